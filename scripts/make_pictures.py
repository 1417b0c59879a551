"""The pictures of the documents, drawn from what the command really prints; make_docs.py writes them.

The drawing is rich's; its web fonts are taken out, so that a picture asks nobody for anything.
"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 118
INK = (36, 41, 47)
COLOURS = ((180, 35, 24), (26, 127, 55), (154, 103, 0), (9, 105, 218), (130, 80, 223), (27, 124, 131), (110, 119, 129))
TYPEFACE = "'DejaVu Sans Mono', 'Liberation Mono', Consolas, Menlo, monospace"
SIZE = "font-size: 20.3px"  # makes letters of these faces as wide as rich's columns


def picture_of_reading() -> bytes:
    """The terminal after reading the sample plan."""
    return drawn(["read", "samples/ke-hoach-mau.docx", "--format", "table"]).encode()


def drawn(arguments: list[str]) -> str:
    """The terminal as SVG, after `caitien` with these arguments."""
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    paper = TerminalTheme((255, 255, 255), INK, [INK, *COLOURS])
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ caitien {' '.join(arguments)}\n{printed(arguments)}"))
    svg = console.export_svg(title="caitien", theme=paper, unique_id="terminal")
    svg = re.sub(r"\s*@font-face \{.*?\}|\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    for drawn_by_rich, ours in (
        ("font-family: Fira Code, monospace;\n        font-size: 20px", f"font-family: {TYPEFACE};\n        {SIZE}"),
        ("font-family: arial", "font-family: sans-serif"),
        ("<svg ", '<svg xml:space="preserve" '),  # some viewers swallow blanks otherwise
    ):
        if drawn_by_rich not in svg:
            raise SystemExit(f"rich draws otherwise than this script knows: {drawn_by_rich!r} is missing")
        svg = svg.replace(drawn_by_rich, ours, 1)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def printed(arguments: list[str]) -> str:
    """What the command prints on a terminal of our width."""
    terminal = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    command = [Path(sys.executable).with_name("caitien"), *arguments]
    return subprocess.run(command, cwd=ROOT, env=terminal, check=True, capture_output=True, text=True).stdout
