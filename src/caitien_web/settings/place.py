"""Where the site keeps its data, under which address it is reached, and the secret it makes for itself."""

import os
import secrets
from pathlib import Path
from urllib.parse import SplitResult, urlsplit


def data_folder() -> Path:
    """CAITIEN_DATA, else the user's own data folder; made where it is missing."""
    given = os.environ.get("CAITIEN_DATA")
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(given).resolve() if given else Path(home) / "caitien"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def address() -> SplitResult:
    """CAITIEN_URL, the address at which people open the site; it decides about secure cookies and links in mail."""
    return urlsplit(os.environ.get("CAITIEN_URL", "http://127.0.0.1:8000").rstrip("/"))


def secret_key(folder: Path) -> str:
    """CAITIEN_SECRET_KEY, else one made once and kept in the data folder, readable by its owner only."""
    if given := os.environ.get("CAITIEN_SECRET_KEY"):
        return given
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    key = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key
