"""Tables set in narrow columns and written out as a PDF's text is: line by line, cell by cell, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDE, _NARROW = set("mwMWĐGHNOQUVABCDKXY"), set("ijltfrI.,;:()-!")


def _width(text: str) -> float:
    """A rough proportional measure of its own, so that the reader's measure is not simply given back."""
    return sum(1.4 if char in _WIDE else 0.6 if char in _NARROW else 0.55 if char == " " else 1.0 for char in text)


def wrap(text: str, width: float) -> list[str]:
    """Lines of a cell; "\\n" parts paragraphs."""
    lines = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split():
            longer = f"{current} {word}".strip()
            if current and _width(longer) > width:
                lines.append(current)
                current = word
            else:
                current = longer
        if current:
            lines.append(current)
    return lines


@dataclass(frozen=True)
class Style:
    """How the text came out. `height`: lines of a page; `leads`: a leading blank for each empty cell before a cell;
    `repeat`: heads again on each page; `spaced`: an empty line between lines."""

    widths: Sequence[float]
    height: int = 40
    leads: bool = True
    repeat: bool = False
    spaced: bool = True


def render(heads: Sequence[str], rows: Sequence[Sequence[str] | str], style: Style) -> list[str]:
    """The lines of a table; a row that is one text is a band over the whole width."""
    return _Printer(heads, style).print(rows)


class _Printer:
    def __init__(self, heads: Sequence[str], style: Style) -> None:
        self.heads, self.style = heads, style
        self.out: list[str] = []
        self.left = style.height
        self.top = False

    def print(self, rows: Sequence[Sequence[str] | str]) -> list[str]:
        self._heads()
        for row in rows:
            if isinstance(row, str):
                if self.left < 4:
                    self._new_page()
                self._emit(row)
                self.left -= 1
            else:
                self._row([wrap(cell, width) for cell, width in zip(row, self.style.widths, strict=True)])
        return self.out

    def _heads(self) -> None:
        cells = [wrap(head, width) for head, width in zip(self.heads, self.style.widths, strict=True)]
        for cell in cells:
            for line in cell:
                self._emit(line)
        self.left -= max(len(cell) for cell in cells)

    def _row(self, cells: list[list[str]]) -> None:
        while any(cells):
            if self.left < 1:
                self._new_page()
            part = [cell[: self.left] for cell in cells]
            cells = [cell[self.left :] for cell in cells]
            empty = 0
            for cell in part:
                for index, line in enumerate(cell):
                    self._emit(line, empty if self.style.leads and index == 0 else 0)
                    empty = 0
                empty += not cell
            self.left -= max(len(cell) for cell in part)

    def _new_page(self) -> None:
        self.left = self.style.height
        if self.style.repeat:
            self.out += [""] * 3
            self._heads()
        else:
            self.top = True

    def _emit(self, line: str, lead: int = 0) -> None:
        if self.top:
            self.out.append(f" {line} ")
        else:
            self.out += ([""] if self.style.spaced else []) + [" " * lead + line + " "]
        self.top = False
