"""An invented document as a PDF with text: ruled tables over pages, rows cut by the page's end, headings repeated."""

import json
from pathlib import Path
from typing import Any

from corpus.compose import Block, Document, Grid, Pair, Style
from corpus.invent.random_choice import Choice
from corpus.render.grids import placed

FONTS = Path(__file__).resolve().parents[3] / "node_modules" / "@expo-google-fonts" / "tinos"


def write_pdf(document: Document, path: Path, style: Style, seed: int) -> None:
    """Write the document to `path` with typst."""
    import typst

    choice = Choice("pdf", seed)
    landscape = choice.chance(0.5)
    data = {
        "size": choice.one((12, 13)),
        "justify": choice.chance(0.5),
        "repeat": choice.chance(0.6),
        "blocks": [_plain(block, landscape) for block in document.blocks],
    }
    typst.compile(
        Path(__file__).with_name("plan.typ"),
        output=path,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
    )


def _plain(block: Block, landscape: bool) -> dict[str, Any]:
    if isinstance(block, Grid):
        boxes = [
            {
                "text": place.box.text,
                "x": place.column,
                "y": place.row,
                "across": place.box.across,
                "down": place.box.down,
                "bold": place.box.bold,
            }
            for place in placed(block)
        ]
        return {"type": "grid", "weights": block.weights, "heads": block.heads, "landscape": landscape, "boxes": boxes}
    if isinstance(block, Pair):
        return {"type": "pair", "left": block.left, "right": block.right, "foot": block.foot}
    return {
        "type": "line",
        "text": block.written,
        "bold": block.bold,
        "italic": block.italic,
        "centred": block.centred,
    }
