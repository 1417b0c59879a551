"""Files of every kind with the plan that is in them: `make_documents(kind, seeds, folder)`.

A kind is a file format, or a way of writing in one, that the reading is measured on by itself.
"""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from corpus.compose import Document, Style, compose, invent_style
from corpus.forms import LATE, OFFICIAL, OWN
from corpus.invent import LEVELS, Invented, invent_plan
from corpus.invent.random_choice import Choice
from corpus.render.docx import write_docx
from corpus.render.legacy import write_legacy
from corpus.render.office import convert
from corpus.render.pdf import write_pdf
from corpus.render.scan import write_scan
from corpus.render.text import write_html, write_markdown, write_rows, write_tabbed, write_wrapped
from corpus.render.xlsx import write_xlsx

Render = Callable[[Document, Path, Style, int], None]
BOTH = (*OFFICIAL, *OFFICIAL, *OWN)
CV5932 = ("cv5932-9", "cv5932-8")


@dataclass(frozen=True)
class Kind:
    """`target`: the F1 that reading is to reach on it; `forms`: the tables that it draws from.

    `suffix`: what the file is at last; where `render` writes Word files for another suffix, LibreOffice converts them.
    """

    name: str
    suffix: str
    render: Render
    target: float
    forms: tuple[str, ...] = BOTH
    documents: int = 12
    largest: int | None = None

    @property
    def converted(self) -> bool:
        return self.render is write_docx and self.suffix != ".docx"


@dataclass(frozen=True)
class Made:
    """A file, the plan in it as JSON, and other true readings of it (as in gold/accept)."""

    path: Path
    plan: dict[str, Any]
    accept: dict[str, Any]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("docx", ".docx", write_docx, 0.98, OFFICIAL, 24),
        Kind("docx-own", ".docx", write_docx, 0.98, OWN, 24),
        Kind("docx-late", ".docx", write_docx, 0.98, LATE, 24),
        Kind("pdf-late", ".pdf", write_pdf, 0.93, LATE, 8, 12),
        Kind("tt57", ".docx", write_docx, 0.97, ("tt57-bieu2",), 16),
        Kind("legacy", ".docx", write_legacy, 0.95),
        Kind("doc", ".doc", write_docx, 0.97),
        Kind("odt", ".odt", write_docx, 0.97),
        Kind("rtf", ".rtf", write_docx, 0.97, documents=6),
        Kind("xlsx", ".xlsx", write_xlsx, 0.98),
        Kind("pdf", ".pdf", write_pdf, 0.93, largest=15),
        Kind("pdf-office", ".pdf", write_docx, 0.93, documents=8, largest=15),
        Kind("pdf-tt57", ".pdf", write_pdf, 0.93, ("tt57-bieu2",), 6),
        Kind("scan", ".pdf", write_scan, 0.75, documents=3, largest=4),
        Kind("html", ".html", write_html, 0.97),
        Kind("markdown", ".md", write_markdown, 0.97),
        Kind("txt-tabs", ".txt", write_tabbed, 0.97),
        Kind("txt-rows", ".txt", write_rows, 0.97),
        Kind("txt-wrapped", ".txt", write_wrapped, 0.90, OFFICIAL),
    )
}


def invent_for(kind: Kind, seed: int, count: int | None = None) -> Invented:
    """The plan that the document number `seed` of this kind holds."""
    choice = Choice("kind", kind.name, seed)
    form = choice.one(kind.forms)
    levels = LEVELS if form == "tt57-bieu2" else LEVELS[:-1]
    count = count or (choice.number(1, kind.largest) if kind.largest else None)
    return invent_plan(seed, level=choice.one(levels), form=form, count=count)


def _write(name: str, seed: int, folder: Path, count: int | None) -> Made:
    kind = KINDS[name]
    invented = invent_for(kind, seed, count)
    style = invent_style(seed, invented.form.id)
    path = folder / f"{name}-{seed:03d}{'.docx' if kind.converted else kind.suffix}"
    kind.render(compose(invented, seed, style), path, style, seed)
    invented.plan["source"] = path.with_suffix(kind.suffix).name
    (folder / f"{path.stem}.gold.json").write_text(json.dumps(invented.plan, ensure_ascii=False, indent=1), "utf-8")
    (folder / f"{path.stem}.accept.json").write_text(json.dumps(invented.accept, ensure_ascii=False, indent=1), "utf-8")
    return Made(path, invented.plan, invented.accept)


def make_documents(
    name: str, seeds: Iterable[int], folder: Path, pool: Executor | None = None, count: int | None = None
) -> list[Made]:
    """Write the documents with these numbers of the kind `name`, with their plans beside them as JSON.

    `count`: how many items each holds. The same name and number give the same plan.
    """
    write = partial(_write, name, folder=folder, count=count)
    made = list(pool.map(write, seeds) if pool else map(write, seeds))
    if not KINDS[name].converted:
        return made
    paths = convert([one.path for one in made], KINDS[name].suffix, folder)
    return [Made(path, one.plan, one.accept) for path, one in zip(paths, made, strict=True)]
