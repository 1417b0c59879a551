"""What a file is, by its content alone: names lie (a picture called .docx, a web page called .doc)."""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from caitien.findings import CannotRead

__all__ = ["Kind", "is_plan_json", "sniff"]


class Kind(StrEnum):
    """A kind of file that can be read; `module` of caitien.formats reads it."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    WORD_XML = "word-xml"
    XLSX = "xlsx"
    PDF = "pdf"
    PICTURE = "picture"
    HTML = "html"
    TEXT = "text"

    @property
    def module(self) -> str:
        return _MODULES.get(self, self.value)


_MODULES = {Kind.RTF: "office", Kind.WORD_XML: "office", Kind.PICTURE: "scan"}

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF87a", b"GIF89a")
_READABLE = "Đọc được: Word (.docx, .doc), .odt, .rtf, PDF, ảnh quét (PNG, JPEG), Excel (.xlsx), .html, .txt và .md."
_BROKEN = "Tệp bị hỏng hoặc tải về chưa trọn; hãy mở bằng phần mềm văn phòng, lưu lại rồi đọc lại."
_PASSWORD = "Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi đọc lại."
_SLIDES = "Đây là tệp trình chiếu (PowerPoint), không phải kế hoạch; hãy chọn tệp Word, PDF hoặc Excel."
_OLD_SHEET = "Đây là tệp Excel đời cũ (.xls); hãy mở bằng Excel, lưu lại thành .xlsx rồi đọc lại."

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|style|center|font|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(r"<\?mso-application\b|<(?:pkg:package|w:wordDocument|office:document)\b")
_MHTML = re.compile(r"\A\s*(?:[\w-]+:[^\n]*\n)*?(?:MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE)
_PLAN_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{.{0,2000}?"caitien\.plan/1"', re.DOTALL)


def sniff(data: bytes) -> Kind:
    """The kind of a file from its bytes. Raises CannotRead, saying what it is and what to do, for any other kind."""
    if not data.strip(b"\x00 \t\r\n"):
        raise CannotRead("Tệp rỗng, không có nội dung để đọc.")
    if data.startswith(b"PK"):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _in_ole(data)
    if data.startswith(_PICTURES) and not (data.startswith(b"BM") and _looks_like_text(data)):
        return Kind.PICTURE
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.PICTURE
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if is_plan_json(data):
        raise CannotRead("Đây là dữ liệu kế hoạch đã đọc sẵn (JSON), không phải văn bản kế hoạch để đọc.")
    if _looks_like_text(data):
        return _in_text(data)
    raise CannotRead(_what(data))


def is_plan_json(data: bytes) -> bool:
    """Is it a plan as JSON by our own contract (caitien.plan/1)?"""
    return bool(_PLAN_JSON.match(data))


def _in_zip(data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, UnicodeError):
        raise CannotRead(_BROKEN) from None
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Kind.ODT
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise CannotRead("Đây là bảng tính OpenDocument (.ods); hãy lưu lại thành .xlsx rồi đọc lại.")
    if mimetype.startswith(b"application/vnd.oasis.opendocument.presentation"):
        raise CannotRead(_SLIDES)
    for folder, kind in (("word/", Kind.DOCX), ("xl/", Kind.XLSX)):
        if any(name.startswith(folder) and name.endswith(".xml") for name in names):
            return kind
    if any(name.startswith("xl/") for name in names):
        raise CannotRead("Đây là bảng tính Excel dạng nhị phân (.xlsb); hãy lưu lại thành .xlsx rồi đọc lại.")
    if any(name.startswith("ppt/") for name in names):
        raise CannotRead(_SLIDES)
    raise CannotRead("Đây là tệp nén (.zip), không phải văn bản; hãy giải nén rồi chọn tệp kế hoạch bên trong.")


def _in_ole(data: bytes) -> Kind:
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            names = {entry[0] for entry in ole.listdir() if entry}
    except Exception:  # olefile raises whatever a damaged directory leads it to
        raise CannotRead(_BROKEN) from None
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise CannotRead(_PASSWORD)
    if "WordDocument" in names:
        return Kind.DOC
    if names & {"Workbook", "Book"}:
        raise CannotRead(_OLD_SHEET)
    if "PowerPoint Document" in names:
        raise CannotRead(_SLIDES)
    raise CannotRead(f"Đây không phải tệp văn bản. {_READABLE}")


def _looks_like_text(data: bytes) -> bool:
    """No bytes that text never holds; UTF-16 with or without its mark counts as text, so does any 8-bit alphabet."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _few_controls(data[: 1 << 16].decode("utf-16", "replace"))
    sample = data[: 1 << 16]
    if b"\x00" in sample:
        odd, even = sample[1::2], sample[::2]
        order = "utf-16-le" if odd.count(0) > even.count(0) else "utf-16-be"
        share = max(odd.count(0), even.count(0)) / max(1, len(odd))
        return share > 0.4 and min(odd.count(0), even.count(0)) == 0 and _few_controls(sample.decode(order, "replace"))
    return _few_controls(sample.decode("utf-8" if _is_utf8(sample) else "latin-1", "replace"))


def _is_utf8(sample: bytes) -> bool:
    try:
        sample[:-3].decode("utf-8")  # the sample may end within a letter
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 6
    return True


def _few_controls(text: str) -> bool:
    """Control signs are rare in text. Those of TCVN3's rare letters (0x80–0x9F) are no reason for doubt."""
    bad = sum(1 for sign in text if (sign < " " and sign not in "\t\n\r\f\v\x1a") or sign in "\x7f\ufffd")
    return bad * 100 <= len(text)


def _in_text(data: bytes) -> Kind:
    head = data[: 1 << 13]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    else:
        text = head.replace(b"\x00", b"").decode("utf-8", "replace").lstrip("\ufeff")
    if _WORD_XML.search(text) and text.lstrip().startswith("<?xml"):
        return Kind.WORD_XML
    if _HTML.match(text) or _MHTML.match(text):
        return Kind.HTML
    return Kind.TEXT


def _what(data: bytes) -> str:
    for magic, what in (
        (b"MZ", "Đây là một chương trình (.exe)"),
        (b"\x7fELF", "Đây là một chương trình"),
        (b"Rar!", "Đây là tệp nén (.rar); hãy giải nén trước"),
        (b"7z\xbc\xaf", "Đây là tệp nén (.7z); hãy giải nén trước"),
        (b"\x1f\x8b", "Đây là tệp nén (.gz); hãy giải nén trước"),
        (b"ID3", "Đây là tệp âm thanh"),
        (b"SQLite format", "Đây là tệp cơ sở dữ liệu"),
    ):
        if data.startswith(magic):
            return f"{what}. {_READABLE}"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "Đây là ảnh HEIC của điện thoại; hãy lưu lại thành JPEG hoặc PNG rồi đọc lại."
    if data[4:8] == b"ftyp":
        return f"Đây là tệp phim hoặc âm thanh. {_READABLE}"
    return f"Không nhận ra loại tệp này. {_READABLE}"
