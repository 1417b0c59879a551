"""The form of a record: which files lie where in the .zip, and how a value is written. docs/decisions tells why."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

FORMAT, EDITION = "caitien.ban-ghi", 1
ABOUT = "caitien-ban-ghi.json"
INDEX = "index.html"
HISTORY = "nhat-ky.html"
SUMS = "kiem-tra.sha256"
UNIT = "du-lieu/don-vi.json"
OUTSIDERS = "du-lieu/nguoi-ngoai.jsonl"
OWN = "@"  # the school of the record, wherever it is named
PARTICULARS = (
    *("name", "abbreviation", "governing_body", "place", "level", "ownership", "address"),
    *("edition", "website", "opened_on"),
)

# What a file is called by its content: nothing that a double click would run.
ENDINGS = {
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/zip": ".zip",
    "application/vnd.rar": ".rar",
    "application/x-7z-compressed": ".7z",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "image/heic": ".heic",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/x-msvideo": ".avi",
}


def rows_of(label: str) -> str:
    """Where the rows of a table lie: "du-lieu/plans.schoolplan.jsonl"."""
    return f"du-lieu/{label}.jsonl"


def place_of(sha256: str, content_type: str) -> str:
    """Where a file lies, by its hash; what is no file that people open has no ending."""
    return f"tep/{sha256}{ENDINGS.get(content_type, '')}"


def plain(value: Any) -> Any:
    """A column's value as JSON holds it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value
