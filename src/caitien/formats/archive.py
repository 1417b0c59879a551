"""Zip-based office files (.docx, .xlsx, .odt) opened with bounds, and their XML parsed without any way out.

What is inflated is counted while it is inflated, so that a member's own word about its size is never believed; only the
parts that are asked for are unpacked, and a file inside the file is never opened.
"""

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from lxml import etree

from caitien.findings import CannotRead, Finding, doubt
from caitien.formats.spans import TOO_LONG

if TYPE_CHECKING:
    from caitien.formats import Limits

MOST_MEMBERS = 5_000
MARKUP_SHARE = 8  # one part of mark-up may take this share of what may be unpacked: its tree needs several times more
MARKS_A_PAGE = 5_000  # "<" in mark-up; a page of a real plan has about a tenth of that
STEP = 1 << 16

BOMB = "Tệp giải nén ra quá lớn so với một kế hoạch, có thể là tệp phá hoại; hãy lưu lại thành tệp mới rồi đọc lại."
ENTITIES = "Tệp chứa khai báo thực thể XML (DOCTYPE) không có trong tệp văn phòng thật nên không được mở."
BROKEN = "Tệp bị hỏng hoặc tải về chưa trọn; hãy mở bằng phần mềm văn phòng, lưu lại rồi đọc lại."

_BARE_AMPERSAND = re.compile(rb"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")


class Archive:
    """The members of a zip file. `findings` tells which parts had to be mended. Raises CannotRead where it is hostile
    or broken."""

    def __init__(self, data: bytes, limits: "Limits") -> None:
        self._left = limits.unpacked_bytes
        self._markup_most = limits.unpacked_bytes // MARKUP_SHARE
        self._pages = limits.pages
        self.findings: list[Finding] = []
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
            raise CannotRead(BROKEN) from None
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > limits.unpacked_bytes:
            raise CannotRead(BOMB)
        self.names = {member.filename for member in members}
        if any(member.flag_bits & 0x1 for member in members):
            raise CannotRead("Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu, lưu lại rồi đọc lại.")

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of a member, at most `most` of them; KeyError where there is none of that name."""
        if name not in self.names:
            raise KeyError(name)
        most = self._left if most is None else min(most, self._left)
        pieces, size = [], 0
        try:
            with self._zip.open(name) as member:
                while piece := member.read(STEP):
                    size += len(piece)
                    if size > most:
                        raise CannotRead(BOMB)
                    pieces.append(piece)
        except (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            raise CannotRead(BROKEN) from None
        self._left -= size
        return b"".join(pieces)

    def markup(self, name: str) -> "etree._Element | None":
        """The root of an XML part, or None where the part is absent. Small damage is mended, with a finding."""
        if name not in self.names:
            return None
        data = self._markup_bytes(name)
        try:
            return parse(data)
        except etree.XMLSyntaxError:
            root = _mended(data)
            message = f"Phần “{name}” trong tệp có chỗ sai cú pháp XML; đã đọc phần còn đọc được."
            self.findings.append(doubt("text-damaged", message))
            return root

    def check_markup(self, most_marks: "dict[str, int]", *, most_names: int = 500) -> None:
        """Refuse entity declarations and bombs in every XML part, for a reader that opens the file by itself.

        `most_marks`: how many “<” certain parts may have, where that reader is slow with them.
        """
        names = [name for name in sorted(self.names) if name.endswith((".xml", ".rels"))]
        if len(names) > most_names:
            raise CannotRead(BOMB)
        for name in names:
            self._markup_bytes(name, most_marks.get(name))

    def _markup_bytes(self, name: str, most_marks: int | None = None) -> bytes:
        data = self.read(name, self._markup_most)
        refuse_entities(data)
        if data.count(b"<") > (most_marks or self._pages * MARKS_A_PAGE):
            raise CannotRead(TOO_LONG)
        return data


def refuse_entities(data: bytes) -> None:
    """Raises CannotRead where XML declares a document type: office files never do, attacks by entities must."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:100]:
        data = data.replace(b"\x00", b"")  # UTF-16: the ASCII of the declaration remains
    if _DOCTYPE.search(data):
        raise CannotRead(ENTITIES)


def parse(data: bytes, *, recover: bool = False) -> "etree._Element":
    """Parse XML that fetches nothing and expands nothing."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise CannotRead(BROKEN)
    if getattr(root.getroottree().docinfo, "doctype", None):
        raise CannotRead(ENTITIES)
    return root


def _mended(data: bytes) -> "etree._Element":
    """Bare ampersands (a real export wrote “XD&PT”) are escaped; worse damage is read as far as it goes."""
    data = _BARE_AMPERSAND.sub(b"&amp;", data)
    try:
        return parse(data)
    except etree.XMLSyntaxError:
        pass
    try:
        return parse(data, recover=True)
    except etree.XMLSyntaxError:
        raise CannotRead(BROKEN) from None
