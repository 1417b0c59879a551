"""Text out of runs with fonts: what stands in an old Vietnamese font is decoded, then everything is normalised."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from caitien.blocks import Block, Paragraph, Table
from caitien.findings import CannotRead, Finding, doubt
from caitien.vietnamese.encodings import Encoding, decode_legacy, legacy_encoding, looks_legacy
from caitien.vietnamese.normalise import damage, normalise_with_repairs

if TYPE_CHECKING:
    from caitien.formats import Limits

__all__ = ["Span", "Texts", "read_with_texts", "symbol"]

Span = tuple[str, str | None]  # text as stored, name of its font where known

TEXTS_A_PAGE = 200  # paragraphs and cells; a crowded page of a real plan has a third of that
NO_TEXT = "Tệp không có chữ nào; nếu là ảnh chụp dán vào tệp, hãy lưu lại thành PDF rồi đọc lại."
TOO_LONG = "Tệp quá dài so với một kế hoạch; hãy tách riêng phần kế hoạch rồi đọc lại."
SOFT_HYPHEN = "\u00ad"  # of Unicode text it is dropped; in the font .VnTime it is the letter “ư”
_UNICODE_ONLY = frozenset("ĂăĐđĨĩŨũƠơƯư") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
_TICKS = {0x52: "x", 0xFC: "x", 0xFE: "x", 0x78: "x", 0xE0: "→", 0xE8: "→"}  # of Wingdings
_BULLETS = {0xA7, 0xB7, 0xD8, 0x76, 0x6C, 0x6E}


class Texts:
    """Makes the texts of one document and remembers what had to be repaired. `most`: how many texts are too many.

    `assumed`: the encoding of text whose font does not tell one, where the whole document turned out to need it.
    """

    def __init__(self, most: int, assumed: Encoding | None = None) -> None:
        self._left = most
        self._assumed = assumed
        self._repairs: set[str] = set()
        self._raw: list[str] = []

    @property
    def raw(self) -> str:
        """The texts in Unicode before any repair, one after another."""
        return "\n".join(self._raw)

    def joined(self, spans: Iterable[Span]) -> str:
        """The normalised text of `spans`, without blank lines or blanks at the ends of lines; CannotRead for too many.

        Neighbours of one encoding are joined first: a letter of VNI is two signs, and Word parts runs anywhere.
        """
        self._left -= 1
        if self._left < 0:
            raise CannotRead(TOO_LONG)
        decoded = []
        for encoding, group in groupby(spans, key=self._encoding):
            text = "".join(text for text, _ in group)
            decoded.append(decode_legacy(text, encoding) if encoding else text)
        self._raw.append("".join(decoded))
        text, repairs = normalise_with_repairs(self._raw[-1])
        self._repairs |= repairs
        return "\n".join(line for line in map(str.strip, text.split("\n")) if line)

    def findings(self) -> Iterator[Finding]:
        for what in sorted(self._repairs):
            yield doubt("text-repaired", f"Đã sửa chữ bị lỗi khi đọc: {what}.")
        if self._assumed:
            name = "VNI" if self._assumed == "vni" else "TCVN3 (ABC)"
            yield doubt("text-repaired", f"Văn bản viết bằng bảng mã cũ {name} đã được chuyển sang Unicode.")

    def _encoding(self, span: Span) -> Encoding | None:
        text, font = span
        if not _UNICODE_ONLY.isdisjoint(text):
            return None  # letters that no 8-bit font has: the text is Unicode whatever its font is called
        return (legacy_encoding(font) if font else None) or self._assumed


def read_with_texts(read: Callable[[Texts], tuple[Block, ...]], limits: "Limits") -> tuple[Block, ...]:
    """The blocks that `read` gives; it is called again where the whole text shows an old encoding that no font told.

    Raises CannotRead where there is no text, too much of it, or where it cannot be recovered.
    """
    most = limits.pages * TEXTS_A_PAGE
    texts = Texts(most)
    blocks = read(texts)
    whole = "\n".join(_texts(blocks))
    if encoding := looks_legacy(whole):
        texts = Texts(most, encoding)
        blocks = read(texts)
        whole = "\n".join(_texts(blocks))
    if not whole.strip():
        raise CannotRead(NO_TEXT)
    if why := damage(whole):
        raise CannotRead(why)
    return blocks


def symbol(code: int) -> str:
    """A sign of a symbol font: ticks become “x”, bullets “-”, and what is not known a blank."""
    sign = code & 0xFF
    return _TICKS.get(sign) or ("-" if sign in _BULLETS else " ")


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from block.texts()
