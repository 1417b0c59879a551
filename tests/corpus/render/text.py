"""An invented document as text, in the forms that plans come in when someone copied or converted them."""

import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path

from corpus.compose import Document, Grid, Line, Pair, Style
from corpus.invent.random_choice import Choice
from corpus.render.grids import flat_rows, placed


def _around(document: Document, path: Path, grid_lines: dict[int, list[str]], *, gap: bool, bold: str = "") -> None:
    """Write all lines; `grid_lines`: those of each table, by the index of its block."""
    lines: list[str] = []
    for at, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            lines += ["", *grid_lines[at], ""]
        elif isinstance(block, Pair):
            lines += [*block.left, "", *block.right, ""]
        else:
            lines.append(f"{bold}{block.written}{bold}" if block.bold else block.written)
            lines += [""] if gap else []
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _grids(document: Document) -> Iterator[tuple[int, Grid]]:
    return ((at, block) for at, block in enumerate(document.blocks) if isinstance(block, Grid))


def write_tabbed(document: Document, path: Path, style: Style, seed: int) -> None:
    """One cell a line, a tab before each; rows parted by an empty line (Word saved as text by some programs)."""
    grids = {}
    for at, grid in _grids(document):
        lines: list[str] = []
        for row in grid.rows:
            for box in row:
                lines += ("\t" + (box.text if box else "")).split("\n")
            lines.append("")
        grids[at] = lines
    _around(document, path, grids, gap=True)


def _html_cell(text: str, choice: Choice) -> str:
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    if all(line.startswith("- ") and line.endswith((".", ";")) for line in lines) and choice.chance(0.5):
        return '<ul style="list-style-type: none;"> ' + " ".join(lines) + " </ul>"
    if choice.chance(0.5):
        return " ".join(f"<p>{line}</p>" for line in lines)
    return "<br>".join(lines)


def write_rows(document: Document, path: Path, style: Style, seed: int) -> None:
    """One row a line, cells parted by tabs, remains of HTML in them."""
    choice = Choice("rows", seed)
    grids = {
        at: ["\t".join(_html_cell(text, choice) for text in row) for row in flat_rows(grid)]
        for at, grid in _grids(document)
    }
    _around(document, path, grids, gap=True)


def write_markdown(document: Document, path: Path, style: Style, seed: int) -> None:
    """Markdown: tables with bars, line breaks in cells as <br>."""
    grids = {}
    for at, grid in _grids(document):
        rows = [
            "| " + " | ".join(text.replace("|", "\\|").replace("\n", "<br>") for text in row) + " |"
            for row in flat_rows(grid)
        ]
        rule = "|" + " --- |" * grid.width
        grids[at] = [rows[0], rule, *rows[1:]]
    _around(document, path, grids, gap=True, bold="**")


def write_html(document: Document, path: Path, style: Style, seed: int) -> None:
    """A web page with real tables."""
    choice = Choice("html", seed)
    parts = ["<!DOCTYPE html>", '<html lang="vi"><head><meta charset="utf-8"><title>Kế hoạch</title></head><body>']
    for block in document.blocks:
        if isinstance(block, Grid):
            parts.append(_html_table(block, choice))
        elif isinstance(block, Pair):
            sides = ("<br>\n".join(escape(line) for line in lines) for lines in (block.left, block.right))
            parts.append("<table><tr>" + "".join(f"<td>{side}</td>" for side in sides) + "</tr></table>")
        else:
            parts.append(_html_line(block))
    path.write_text("\n".join([*parts, "</body></html>"]), "utf-8")


def _html_line(line: Line) -> str:
    tag = {"title": "h1", "section": "h2", "sub": "h3"}.get(line.kind, "p")
    return f"<{tag}>{escape(line.written)}</{tag}>"


def _html_table(grid: Grid, choice: Choice) -> str:
    rows: list[list[str]] = [[] for _ in grid.rows]
    for place in placed(grid):
        spans = (f' colspan="{place.box.across}"' if place.box.across > 1 else "") + (
            f' rowspan="{place.box.down}"' if place.box.down > 1 else ""
        )
        tag = "th" if place.row < grid.heads else "td"
        breaks = "<br/>" if choice.chance(0.7) else "</p><p>"
        text = escape(place.box.text).replace("\n", breaks)
        rows[place.row].append(f"<{tag}{spans}><p>{text}</p></{tag}>")
    return '<table border="1">\n' + "\n".join("<tr>" + "".join(row) + "</tr>" for row in rows) + "\n</table>"


def write_wrapped(document: Document, path: Path, style: Style, seed: int) -> None:
    """As a PDF's text comes out of some programs: cells wrapped to the width of their column, no marks between.

    All that is left of an empty cell is one blank before what comes next.
    """
    grids = {at: [part for line in _wrapped(grid) for part in (line, "")] for at, grid in _grids(document)}
    _around(document, path, grids, gap=True)


def _wrapped(grid: Grid) -> Iterator[str]:
    letters = [max(8, round(weight * 118 / sum(grid.weights))) for weight in grid.weights]
    empty, row = 0, 0
    for place in placed(grid):
        if place.row != row and empty:
            yield " " * empty
            empty = 0
        row = place.row
        width = sum(letters[place.column : place.column + place.box.across])
        for line in place.box.text.split("\n"):
            for part in textwrap.wrap(line, width, break_long_words=False):
                yield " " * empty + part + " "
                empty = 0
        empty += not place.box.text
    if empty:
        yield " " * empty
