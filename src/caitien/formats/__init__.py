"""Files ↔ blocks: one module a format, chosen by what the file contains and never by its name.

`open_document` is the only door in, `write_document` the only one out. Files are hostile until proved otherwise: sizes
are bounded before anything is unpacked, nothing outside the file is ever fetched, and what cannot be read ends in
CannotRead with one Vietnamese line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from caitien.blocks import Document
from caitien.findings import CannotRead, CannotWrite

__all__ = ["WRITERS", "Limits", "Progress", "open_document", "write_document"]

# What a file's name ends with → the module that writes it.
WRITERS = {
    ".docx": "docx_write",
    ".pdf": "pdf_write",
    ".xlsx": "xlsx.write",
    ".html": "html_write",
    ".md": "markdown_write",
}
Progress = Callable[[int, int, str], None]  # (done, total, what is being done, in Vietnamese)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is accepted: bytes of the file, bytes after unpacking, pages, seconds for an outside program."""

    file_bytes: int = 100_000_000
    unpacked_bytes: int = 300_000_000
    pages: int = 500
    seconds: int = 60


def open_document(path: Path, *, limits: Limits | None = None, progress: Progress | None = None) -> Document:
    """The blocks of the file at `path`. Raises CannotRead with one Vietnamese line for the user."""
    from caitien.formats.sniff import sniff

    limits = limits or Limits()
    data = _bytes_of(path, limits)
    kind = sniff(data)
    module = import_module(f"caitien.formats.{kind.module}")
    document: Document = module.read(data, limits=limits, progress=progress or _silent)
    return document


def write_document(document: Document, suffix: str) -> bytes:
    """The file that holds the document in the format of `suffix` (".docx"): same blocks, same bytes, on any day.

    Raises CannotWrite for a format that is not written.
    """
    name = WRITERS.get(suffix.lower())
    if name is None:
        known = ", ".join(WRITERS)
        raise CannotWrite(f"Không ghi được định dạng “{suffix}”; hãy đặt tên tệp kết thúc bằng {known}.")
    data: bytes = import_module(f"caitien.formats.{name}").write(document)
    return data


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise CannotRead(f"“{path.name}” là một thư mục; hãy chọn một tệp kế hoạch.")
        if size > limits.file_bytes:
            raise CannotRead(f"Tệp “{path.name}” nặng {size // 1_000_000} MB, quá giới hạn đọc được.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise CannotRead(f"Không tìm thấy tệp “{path}”; hãy kiểm tra lại đường dẫn.") from None
    except OSError as error:
        raise CannotRead(f"Không mở được tệp “{path}”: {error.strerror}.") from None
    if not data.strip(b"\x00 \t\r\n"):
        raise CannotRead(f"Tệp “{path.name}” rỗng, không có nội dung để đọc.")
    return data


def _silent(done: int, total: int, what: str) -> None:
    """Progress for nobody."""
