"""Finding rows and cells again in text whose table lost its columns: every cell wrapped over lines, nothing between."""

from caitien.blocks import Paragraph, Table, WrappedText
from caitien.findings import Finding

from .doubts import doubts
from .lines import read_lines
from .prose import paragraphs
from .reading import read_table
from .regions import ProseLines, split_regions
from .tables import build_table

__all__ = ["unwrap"]


def unwrap(block: WrappedText) -> tuple[tuple[Paragraph | Table, ...], tuple[Finding, ...]]:
    """Paragraphs and tables of a wrapped text in reading order, and what is doubtful about their cells.

    A table's first row is its heads, a standard's name over the table is a row of one cell, every other row has a cell
    for each column. Where no heads are found, all is prose.
    """
    lines = read_lines(block.lines, block.first_line)
    regions = split_regions(lines)
    prose = [line.text for region in regions if isinstance(region, ProseLines) for line in region.lines]
    blocks: list[Paragraph | Table] = []
    findings: list[Finding] = []
    for region in regions:
        if isinstance(region, ProseLines):
            blocks.extend(paragraphs(region.lines))
        else:
            read = read_table(region, prose)
            heads = region.heads
            blocks.append(build_table(read, heads, tuple(lines[index].number for index in heads.places)))
            findings.extend(doubts(read, heads.texts))
    return tuple(blocks), tuple(findings)
