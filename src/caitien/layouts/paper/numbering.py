"""Numbers of parts, which run on without a jump whatever parts a paper has."""

from caitien.blocks import Paragraph, Style
from caitien.layouts.paper.texts import paragraph

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class Parts:
    """Hands out the titles of parts, each with the next Roman number."""

    def __init__(self) -> None:
        self._last = 0

    def title(self, words: str) -> Paragraph:
        """The title of the next part: "III. NỘI DUNG"."""
        self._last += 1
        return paragraph(f"{roman(self._last)}. {words.upper()}", Style.PART)


def roman(number: int) -> str:
    """The number in Roman signs, from 1 to 99."""
    return _TENS[number // 10 % 10] + _ONES[number % 10]
