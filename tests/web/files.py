"""Files to send, of all kinds and with all intentions."""

import io
import zipfile
from functools import cache
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from corpus.documents import make_documents
from web.builders import SAMPLES


def a_file(name: str = "ke-hoach-mau.docx", data: bytes | None = None) -> SimpleUploadedFile:
    """A file as a browser sends it; the sample plan where nothing else is given."""
    return SimpleUploadedFile(name, sample_word() if data is None else data)


@cache
def sample_word() -> bytes:
    return (SAMPLES / "ke-hoach-mau.docx").read_bytes()


def made(kind: str, number: int, folder: Path) -> Path:
    """A document of an invented school: "pdf", "xlsx", "scan" … (tests/corpus)."""
    return make_documents(kind, [number], folder)[0].path


def zipped(**members: bytes) -> bytes:
    """A .zip; the names' first underscore stands for their dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", ".", 1), data)
    return out.getvalue()


def a_bomb() -> bytes:
    """A Word file whose text unpacks to 400 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(400):
                member.write(b" " * 1_000_000)
    return out.getvalue()
