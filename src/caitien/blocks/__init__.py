"""The middle form of every document: paragraphs and tables with their positions, free of any file format.

`formats` turn files into blocks and back; `layouts` turn blocks into a plan and back.
Texts are already decoded and normalised (`vietnamese.normalise`), with lines of one cell or paragraph parted by "\\n".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from caitien.findings import NOWHERE, Finding, Position

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Pair",
    "Paragraph",
    "Part",
    "Picture",
    "Row",
    "Style",
    "Table",
    "WrappedText",
    "lying",
]


class Style(StrEnum):
    """What a paragraph is in an official document: its looks follow from it (Decree 30/2020/NĐ-CP, Annex I).

    Reading leaves it NONE; composing sets it, and each format says once how a style looks.
    """

    NONE = ""
    NATION = "nation"  # CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    MOTTO = "motto"  # Độc lập - Tự do - Hạnh phúc, with its rule
    GOVERNING_BODY = "governing-body"
    SCHOOL = "school"  # the issuing school, with its rule
    NUMBER = "number"
    REGARDING = "regarding"  # V/v …: what a letter is about, below its number
    PLACE_DATE = "place-date"
    KIND = "kind"  # KẾ HOẠCH
    SUBJECT = "subject"  # with its rule
    ADDRESSEE = "addressee"  # Kính gửi: …
    AUTHORITY = "authority"  # who decides, above the bases, and QUYẾT ĐỊNH: below them
    BASIS = "basis"
    PART = "part"  # I. MỤC ĐÍCH, YÊU CẦU
    POINT = "point"  # 1. Hiệu trưởng
    TEXT = "text"
    LIST = "list"  # the dash stands in the text
    CAPTION = "caption"  # above a table, below a picture
    RECIPIENTS_TITLE = "recipients-title"
    RECIPIENT = "recipient"
    SIGNER_TITLE = "signer-title"
    SIGNER_NAME = "signer-name"
    ANNEX = "annex"  # Phụ lục I
    ANNEX_TITLE = "annex-title"
    ANNEX_OF = "annex-of"  # (Kèm theo Quyết định số …), with its rule
    NOTE = "note"  # a mark that asks for a decision; never in an issued document


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading. `level`: outline level (1 …) where the format says it; `align`: left, center, right.

    For writing: so many first letters as `lead` says are bold whatever the rest is ("Điều 1.").
    """

    text: str
    level: int | None = None
    bold: bool = False
    italic: bool = False
    align: str | None = None
    position: Position = NOWHERE
    style: Style = Style.NONE
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns of paragraphs side by side without rules: the head of a document, its foot with the signature."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at grid column `column` (0-based), `width` columns wide and `height` rows high.

    For writing: `right` sets its text at the right, as sums stand below each other.
    """

    text: str
    column: int
    width: int = 1
    height: int = 1
    bold: bool = False
    position: Position = NOWHERE
    tables: "tuple[Table, ...]" = ()  # tables nested in the cell; their text is not part of `text`
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in one row, left to right; a cell merged from above is not repeated."""

    cells: tuple[Cell, ...]
    page: int | None = None
    is_header: bool = False  # the format itself marks it as a repeated heading row
    is_band: bool = False  # one cell across the table that must not be left alone at a page's foot

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `ragged` where the source lost its grid (a text file), so that a cell's column is only its rank.

    For writing: `widths` are the columns' shares of the page's width, `landscape` asks for a page lying on its side.
    """

    rows: tuple[Row, ...]
    position: Position = NOWHERE
    bordered: bool = True
    ragged: bool = False
    widths: tuple[float, ...] = ()
    landscape: bool = False

    @property
    def width(self) -> int:
        """Number of grid columns."""
        return max((cell.column + cell.width for row in self.rows for cell in row.cells), default=0)

    def texts(self) -> Iterator[str]:
        for row in self.rows:
            yield from row.texts


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG text, as wide as `width` mm or as the page allows; `alt` says what it shows, for those who
    cannot see it. Only for writing: readers pass pictures over.
    """

    svg: str
    alt: str
    width: float = 165.0
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class WrappedText:
    """Lines of a text drawn from a PDF whose table lost its columns; nothing is stripped, blank lines included.

    `layouts.unwrap` finds the rows and cells in it again. `first_line` is the 1-based number of the first line.
    """

    lines: tuple[str, ...]
    first_line: int = 1


Block = Paragraph | Pair | Table | Picture | WrappedText


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own, with pages counted from one; `landscape`: all of them lie on their side."""

    blocks: tuple[Block, ...]
    landscape: bool = False


def lying(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it asks for a page on its side: tables and pictures, with the captions below them."""
    asks: list[bool] = []
    for block in blocks:
        below = isinstance(block, Paragraph) and block.style is Style.CAPTION and bool(asks) and asks[-1]
        asks.append(below or (isinstance(block, Table | Picture) and block.landscape))
    return asks


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, in reading order. `format` is the format's id (docx, pdf, scan …); findings are of reading.

    `raw` is the text before any repair, where the format keeps it. Only for writing: `annexes` follow the signature.
    """

    blocks: tuple[Block, ...]
    format: str
    pages: int | None = None
    title: str | None = None
    findings: tuple[Finding, ...] = field(default=())
    raw: str = ""
    annexes: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The document without its annexes, then each of them."""
        return (Part(self.blocks), *self.annexes)

    def texts(self) -> Iterator[str]:
        """Every text of the document in order: paragraphs, cells, wrapped lines."""
        for block in (block for part in self.parts for block in part.blocks):
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Pair):
                yield from (paragraph.text for side in (block.left, block.right) for paragraph in side)
            elif isinstance(block, Table):
                yield from block.texts()
            elif isinstance(block, Picture):
                yield block.alt
            else:
                yield from block.lines
