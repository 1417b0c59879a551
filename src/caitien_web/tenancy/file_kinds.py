"""What a file is, by its first and last bytes: names and browsers' words lie."""

PROGRAM = "application/x-executable"
UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

_SIGNS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
)
_IN_ZIP = (
    (b"word/document", _OFFICE + "wordprocessingml.document"),
    (b"xl/workbook", _OFFICE + "spreadsheetml.sheet"),
    (b"ppt/presentation", _OFFICE + "presentationml.presentation"),
    (b"META-INF/MANIFEST.MF", PROGRAM),
)
_WORDS = {
    "application/pdf": "PDF",
    "application/rtf": "RTF",
    "application/zip": "Tệp nén",
    "application/vnd.rar": "Tệp nén",
    "application/x-7z-compressed": "Tệp nén",
    "application/msword": "Tệp Office đời cũ",
    _OFFICE + "wordprocessingml.document": "Word",
    _OFFICE + "spreadsheetml.sheet": "Excel",
    _OFFICE + "presentationml.presentation": "PowerPoint",
    _OPEN + "text": "OpenDocument",
    _OPEN + "spreadsheet": "OpenDocument",
    _OPEN + "presentation": "OpenDocument",
    "text/plain": "Văn bản thuần",
    "text/html": "Trang web",
    "image/svg+xml": "Hình vẽ",
}


def content_type_of(head: bytes, tail: bytes) -> str:
    """The content type of a file; PROGRAM for what runs, UNKNOWN for what is not known."""
    if head.startswith(b"PK"):
        return _zipped(head, tail)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "application/msword"
    if head[4:8] == b"ftyp":
        return "image/heic" if head[8:12] in (b"heic", b"heix", b"mif1") else "video/mp4"
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(head[8:12], UNKNOWN)
    if any(head.startswith(sign) for sign, kind in _SIGNS if kind == PROGRAM):
        return PROGRAM  # before what may stand further in: a program that is a PDF as well is a program
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    return next((kind for sign, kind in _SIGNS if head.startswith(sign)), None) or _text(head)


def _zipped(head: bytes, tail: bytes) -> str:
    if b"mimetype" in head[:60]:
        for what in ("text", "spreadsheet", "presentation"):
            if f"{_OPEN}{what}".encode() in head[:200]:
                return _OPEN + what
    return next((kind for name, kind in _IN_ZIP if name in tail or name in head), "application/zip")


def _text(head: bytes) -> str:
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UNKNOWN
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:300].lower()
    if b"<svg" in start:
        return "image/svg+xml"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<table", b"<meta")):
        return "text/html"
    controls = sum(1 for sign in head if sign < 32 and sign not in b"\t\n\r\f")
    return "text/plain" if controls * 50 <= len(head) else UNKNOWN


def words_for(content_type: str) -> str:
    """The kind as a person calls it: "PDF", "Ảnh", "Word"."""
    family = {"image": "Ảnh", "audio": "Âm thanh", "video": "Phim"}.get(content_type.partition("/")[0])
    return _WORDS.get(content_type) or family or "Tệp"
