"""An official paper as plain values: a report, minutes, a decision, a notice, a letter, a task sheet.

What it says, not how it looks: numbers of sections, capitals, dashes before recipients, “./.” and the places of all
parts are those of Decree 30/2020/NĐ-CP, Annex I, and come from `caitien.layouts.paper.compose`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caitien.blocks import Table

__all__ = [
    "Annex",
    "Band",
    "Column",
    "Content",
    "Grid",
    "Numbering",
    "OfficialPaper",
    "Picture",
    "Points",
    "Section",
    "Signature",
    "Text",
]


class Numbering(StrEnum):
    """How the sections of a paper are counted, outermost first; none is ever left out."""

    PARTS = "parts"  # I. / 1. / a)
    ARTICLES = "articles"  # Điều 1. / 1. / a)
    POINTS = "points"  # 1. / 1.1. / a)
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; lines parted by "\\n"."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list: a line with a dash for each text."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: its heading and its share of the page's width, beside those of the others.

    `right`: what stands below the heading is set at the right, as sums are.
    """

    heading: str
    width: float = 1.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a grid that is one cell, above the rows that belong to it."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of headings, repeated on every page. Raises ValueError for a row of another length.

    `caption` stands above it, `total` is a last row in bold, `landscape` lays the page on its side.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...] | Band, ...]
    caption: str = ""
    total: tuple[str, ...] = ()
    landscape: bool = False

    def __post_init__(self) -> None:
        for row in (*self.rows, *((self.total,) if self.total else ())):
            if not isinstance(row, Band) and len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells in a grid of {len(self.columns)} columns: {row!r}")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as the text of an SVG that fetches nothing and runs nothing (a chart, a Gantt chart).

    `alt` says in words what it shows; `caption` stands below it; `width` in mm, less where the page is smaller.
    """

    svg: str
    alt: str
    caption: str = ""
    width: float = 165.0
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its title, without its number; sections within it are counted anew. Without title (an article)
    the number stands before its first text.
    """

    title: str
    content: tuple["Content", ...] = ()


Content = Section | Text | Points | Grid | Table | Picture  # a Table of blocks for what a Grid cannot say


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, as what: "Hiệu trưởng"; "Phó Hiệu trưởng" signs for the head (KT.), "Chủ tịch Hội đồng …" for the
    council (TM.). An office of several lines ("TM. TỔ GIÁM SÁT\\nTỔ TRƯỞNG") stands as given.
    """

    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A list or table that goes with a paper behind its signature: its title without "Phụ lục" and number.

    It begins on a page of its own, says with which paper it goes, and its pages are counted anew. `landscape` lays
    all of them on their side. A paper's text must speak of its annexes.
    """

    title: str
    content: tuple[Content, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """A paper before it is a file.

    `kind`: "Báo cáo", "Quyết định", "Biên bản" …; "" for a letter, whose subject then stands below its number (V/v).
    `unit` issues it; `number` in full ("12/BC-THHM"), "" for one that is still to be given, None for a paper without.
    `authority`: who decides, above the bases; `resolves`: "Quyết định:", below them. `second` signs on the left
    (the secretary of minutes); recipients then follow below. `title`: of the file, else kind and subject. `annexes`
    follow the signature. Minutes are not `dated`: when a meeting began stands in their text.
    """

    kind: str
    subject: str
    unit: str
    content: tuple[Content, ...] = ()
    governing_body: str = ""
    number: str | None = ""
    place: str = ""
    signed_on: date | None = None
    addressees: tuple[str, ...] = ()
    authority: str = ""
    bases: tuple[str, ...] = ()
    resolves: str = ""
    numbering: Numbering = Numbering.PARTS
    closing: str = ""
    recipients: tuple[str, ...] = ()
    signature: Signature | None = None
    second: Signature | None = None
    title: str = ""
    annexes: tuple[Annex, ...] = ()
    dated: bool = True
