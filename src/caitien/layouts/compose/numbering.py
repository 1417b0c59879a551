"""Numbers of parts, which run on without a jump whatever parts a plan has."""

from caitien.blocks import Paragraph, Style
from caitien.layouts.compose.texts import paragraph

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class Parts:
    """Hands out the titles of parts, each with the next Roman number."""

    def __init__(self) -> None:
        self._last = 0

    def title(self, words: str) -> Paragraph:
        """The title of the next part: "III. NỘI DUNG"."""
        self._last += 1
        return paragraph(f"{_ROMAN[self._last - 1]}. {words.upper()}", Style.PART)
