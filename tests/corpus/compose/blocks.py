"""What an invented document consists of, before it becomes a file of some format."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """A paragraph. `mark`: what the list puts before it ("1.", "-"), left to the format where `auto`."""

    text: str
    kind: str = "plain"  # title, section, sub, item, plain
    mark: str = ""
    auto: bool = False
    italic: bool = False

    @property
    def written(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def centred(self) -> bool:
        return self.kind == "title"

    @property
    def bold(self) -> bool:
        return self.kind in ("title", "section", "sub")


@dataclass(frozen=True)
class Pair:
    """Two columns of lines side by side: the head of the document, or its foot."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    foot: bool = False


@dataclass(frozen=True)
class Box:
    """A cell over `across` columns and `down` rows; None in a row stands where a box above reaches down."""

    text: str
    across: int = 1
    down: int = 1
    bold: bool = False


@dataclass
class Grid:
    """A table: its first `heads` rows are headings; `weights` are the widths of its columns."""

    rows: list[list[Box | None]]
    weights: tuple[int, ...]
    heads: int = 1
    landscape: bool = True

    @property
    def width(self) -> int:
        return len(self.weights)


@dataclass(frozen=True)
class Style:
    """How a document is written, apart from what it says; `invent_style` draws one."""

    head: str = "table"  # table, tabs, lines
    sections: str = "jump"  # jump (I II III VI), roman, arabic
    lists: str = "numbers"  # numbers, dashes, plain, auto
    bases: str = "section"  # section, before
    base_mark: str = "Căn cứ "  # or "- ", "* ", "" ...
    upper: bool = True
    level_band: bool = True
    empty_standards: str = "none"  # none, some (rows "Không có")
    cut_table: bool = False
    column_numbers: bool = False
    nested: bool = False
    title_joined: bool = False
    band_word: str = "Tiêu chuẩn {}: {}"
    criterion_word: str = "Tiêu chí {}: {}"


Block = Line | Pair | Grid


@dataclass
class Document:
    blocks: list[Block] = field(default_factory=list)
