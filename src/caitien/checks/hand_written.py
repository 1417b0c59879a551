"""TOML files that people write by hand: read, with one Vietnamese line for each thing that is wrong."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from caitien.findings import CannotRead


def read_toml(path: Path) -> dict[str, Any]:
    """The data of a TOML file. CannotRead says what is wrong, with the line."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise CannotRead(f"Không tìm thấy tệp “{path}”.") from None
    except OSError as error:
        raise CannotRead(f"Không mở được tệp “{path}”: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CannotRead(f"Tệp “{path.name}” không phải chữ UTF-8; hãy lưu lại bằng bảng mã UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        where = f"dòng {at[1]}" if at else "cuối tệp"
        raise CannotRead(f"Tệp “{path.name}” viết sai cú pháp TOML ở {where}.") from None


def refuse_unknown(data: Iterable[str], known: Iterable[str], where: str, what: str = "khóa") -> None:
    """CannotRead for the first key that is not known, with the one that may have been meant."""
    known = list(known)
    for key in data:
        if key not in known:
            raise CannotRead(f"{where}: không có {what} “{key}”{suggestion(key, known)}")


def suggestion(written: str, known: Iterable[str]) -> str:
    """ "; có phải ý bạn là “ignore”?" for the nearest known word; else all words where they are few; else "."."""
    known = list(known)
    plain = {name.casefold().replace("_", "-"): name for name in known}
    near = get_close_matches(written.casefold().replace("_", "-"), plain, n=1, cutoff=0.6)
    if near:
        return f"; có phải ý bạn là “{plain[near[0]]}”?"
    return f"; dùng được: {', '.join(known)}." if 0 < len(known) <= 8 else "."
