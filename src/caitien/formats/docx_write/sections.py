"""Pages upright and on their side: which blocks stand on which, and the page settings of the decree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from caitien.blocks import Block, Paragraph, Part, Style
from caitien.blocks import lying as asked_lying

SHORT, LONG = 11906, 16838  # A4 in twips
TOP, BOTTOM, LEFT, RIGHT = 1134, 1134, 1701, 851  # 20, 20, 30 and 15 mm
HEAD = 567  # 10 mm from the paper's edge to the page number
_FEW = 6  # paragraphs between two tables on their side that are not worth an upright page
_LEAD_IN = 200  # letters of a line such as "Nội dung cụ thể như sau:"


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one orientation; `first` of a part, whose pages are counted from one."""

    blocks: tuple[Block, ...]
    landscape: bool
    first: bool = False

    @property
    def width(self) -> int:
        """Twips between the margins."""
        return (LONG if self.landscape else SHORT) - LEFT - RIGHT


def sections_of(parts: Sequence[Part]) -> tuple[Section, ...]:
    """The blocks by the pages they stand on."""
    return tuple(section for part in parts for section in _sections(part))


def _sections(part: Part) -> Iterator[Section]:
    lying = [True] * len(part.blocks) if part.landscape else _lying(part.blocks)
    grouped = groupby(zip(lying, part.blocks, strict=True), key=lambda pair: pair[0])
    runs = [(tuple(block for _, block in group), on_side) for on_side, group in grouped] or [((), False)]
    for at, (blocks, on_side) in enumerate(runs):
        yield Section(blocks, on_side, at == 0)


def _lying(blocks: Sequence[Block]) -> list[bool]:
    """Which blocks stand on lying pages; a heading stays with the table on its side that it announces."""
    lying = asked_lying(blocks)
    tables = [index for index, on_side in enumerate(lying) if on_side]
    for before, table in zip([-1, *tables], tables, strict=False):
        between = range(before + 1, table)
        first = table
        while first > before + 1 and _announces(blocks[first - 1]):
            first -= 1
        few = len(between) <= _FEW and all(isinstance(blocks[index], Paragraph) for index in between)
        if before >= 0 and few:
            first = before + 1
        lying[first:table] = [True] * (table - first)
    return lying


def _announces(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    is_heading = block.style in (Style.PART, Style.POINT) or (block.style is Style.NONE and bool(block.level))
    lead_in = block.style in (Style.TEXT, Style.NONE) and block.text.rstrip().endswith(":")
    return is_heading or (lead_in and len(block.text) <= _LEAD_IN)


def section_xml(section: Section, *, heads: bool) -> str:
    """Page settings; the first page of a part bears no number, its later sections count on.

    `heads`: it names the heads of pages, which later sections take over.
    """
    width, height = (LONG, SHORT) if section.landscape else (SHORT, LONG)
    lying = ' w:orient="landscape"' if section.landscape else ""
    named = '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    anew = '<w:pgNumType w:start="1"/>' if section.first and not heads else ""
    return (
        f'<w:sectPr>{named if heads else ""}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{lying}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="{HEAD}"'
        f' w:footer="{HEAD}" w:gutter="0"/>{anew}{"<w:titlePg/>" if section.first else ""}</w:sectPr>'
    )
