"""Files of every kind with the plan that is in them: `make_document(kind, seed, folder)`.

A kind is a file format, or a way of writing in one, that the reading is measured on by itself.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.compose import Document, Style, compose, invent_style
from corpus.forms import OFFICIAL, OWN
from corpus.invent import LEVELS, Invented, invent_plan
from corpus.invent.random_choice import Choice
from corpus.render.docx import write_docx

Render = Callable[[Document, Path, Style, int], None]


@dataclass(frozen=True)
class Kind:
    """`forms`: the tables that it draws from; `target`: the F1 that the reading is to reach on it."""

    name: str
    suffix: str
    render: Render
    target: float
    forms: tuple[str, ...] = (*OFFICIAL, *OFFICIAL, *OWN)
    largest: int | None = None


@dataclass(frozen=True)
class Made:
    """A file, the plan in it as JSON, and other true readings of it (as in gold/accept)."""

    path: Path
    plan: dict[str, Any]
    accept: dict[str, Any]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("docx", ".docx", write_docx, 0.98, OFFICIAL),
        Kind("docx-own", ".docx", write_docx, 0.98, OWN),
        Kind("tt57", ".docx", write_docx, 0.97, ("tt57-bieu2",)),
    )
}


def invent_for(kind: Kind, seed: int, count: int | None = None) -> Invented:
    """The plan that the document number `seed` of this kind holds."""
    choice = Choice("kind", kind.name, seed)
    form = choice.one(kind.forms)
    levels = LEVELS if form == "tt57-bieu2" else LEVELS[:-1]
    return invent_plan(
        seed, level=choice.one(levels), form=form, count=count or (kind.largest and choice.number(1, kind.largest))
    )


def make_document(name: str, seed: int, folder: Path, count: int | None = None) -> Made:
    """Write the document number `seed` of the kind `name` into `folder`, with its plan beside it as JSON."""
    kind = KINDS[name]
    invented = invent_for(kind, seed, count)
    style = invent_style(seed, invented.form.id)
    path = folder / f"{name}-{seed:03d}{kind.suffix}"
    kind.render(compose(invented, seed, style), path, style, seed)
    invented.plan["source"] = path.name
    (folder / f"{path.stem}.gold.json").write_text(json.dumps(invented.plan, ensure_ascii=False, indent=1), "utf-8")
    (folder / f"{path.stem}.accept.json").write_text(json.dumps(invented.accept, ensure_ascii=False, indent=1), "utf-8")
    return Made(path, invented.plan, invented.accept)
