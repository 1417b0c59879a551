"""How wide each column of a table is: by the shares asked for, but never too narrow for its longest word."""

from itertools import accumulate

from caitien.blocks import Table
from caitien.formats.docx_write.letters import width_of
from caitien.formats.docx_write.looks import CELL, CELL_MARGIN

_LONGEST_WORD = (
    0.12  # share of the table's width beyond which a word (an address, rubbish) is broken rather than obeyed
)


def edges_of(table: Table, width: int) -> list[int]:
    """The columns' edges in twips from the left: 0 first, `width` last."""
    count = max(table.width, 1)
    shares = table.widths if len(table.widths) == count and min(table.widths) > 0 else (1.0,) * count
    asked = [share / sum(shares) * width for share in shares]
    needed = [min(word + 2 * CELL_MARGIN + 20, width * _LONGEST_WORD) for word in _longest_words(table, count)]
    lacking = sum(max(0.0, need - have) for need, have in zip(needed, asked, strict=True))
    spare = sum(max(0.0, have - need) for need, have in zip(needed, asked, strict=True))
    taken = min(1.0, lacking / spare) if spare else 0.0
    given = taken * spare / lacking if lacking else 0.0
    sizes = [
        have + (need - have) * given if need > have else have - (have - need) * taken
        for need, have in zip(needed, asked, strict=True)
    ]
    return [0, *(round(edge) for edge in accumulate(sizes[:-1])), width]


def _longest_words(table: Table, count: int) -> list[int]:
    """The length in twips of the longest word that stands in each column alone."""
    words = [""] * count
    for row in table.rows:
        for cell in row.cells:
            if cell.width == 1 and cell.column < count:
                words[cell.column] = max((words[cell.column], *cell.text.split()), key=len)
    return [width_of(word, CELL.size, bold=True) for word in words]
