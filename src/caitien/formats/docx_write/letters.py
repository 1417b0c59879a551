"""How long a text is in Times New Roman, for rules that are as long as the text above them."""

import unicodedata
from collections.abc import Sequence

# Advance widths in thousandths of the type size; what is not listed takes USUAL.
_REGULAR = {
    180: "'",
    250: " ,.",
    278: "/:;ijlt",
    333: "!()-Ifr‘’",
    389: "Js",
    444: "acez“”",
    556: "FPS",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    889: "M",
    944: "W",
    1000: "—…",
}
_BOLD = {
    250: " ,.",
    278: "'/il",
    333: "!()-:;fjt‘’",
    389: "Is",
    444: "cerz",
    556: "Sbdhknpquđ",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    944: "M",
    1000: "W—…",
}
USUAL = 500
_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}


def width_of(text: str, size: int, *, bold: bool = False) -> int:
    """The length in twips of one line of `text` at `size` points; marks over and under letters take no room."""
    widths = _WIDTHS[bold]
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return round(sum(widths.get(letter, USUAL) for letter in letters) * size * 20 / 1000)


def lines_of(words: Sequence[int], room: int) -> int:
    """How many lines of `room` twips words of these lengths fill, one after the other."""
    lines, used = 0, room + 1
    for word in words:
        used += word
        if used > room:
            lines, used = lines + 1, word
    return lines
