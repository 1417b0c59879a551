"""Real plans beside the clone, as they came out of PDFs."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from caitien.blocks import Table, WrappedText
from caitien.layouts.unwrap import unwrap

SHARED = Path(__file__).resolve().parents[5] / "shared"
FIELDS = (
    "criterion_title",
    "target_result",
    "solution",
    "owner_text",
    "time_text",
    "budget_text",
    "support_conditions",
    "note",
)


def _plain(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").casefold().split()).strip(" .,;:-")


def _cells(item: dict[str, Any]) -> list[str]:
    title = f"Tiêu chí {item['criterion']}: {item['criterion_title']}"
    return [_plain(title), *(_plain(item.get(field)) for field in FIELDS[1:])]


@pytest.mark.needs_shared
def test_a_plan_whose_columns_are_lost_is_read_cell_by_cell() -> None:
    text = next((SHARED / "seeds").glob("003_*")).read_text("utf-8")
    gold = json.loads((SHARED / "gold" / "plans" / "003.json").read_text("utf-8"))
    table = next(b for b in unwrap(WrappedText(tuple(text.split("\n"))))[0] if isinstance(b, Table))
    found = [[_plain(cell) for cell in row.texts] for row in table.rows[1:] if len(row.cells) > 1]
    wanted = [_cells(item) for item in gold["items"]]
    assert len(found) == len(wanted)
    filled = [(a, b) for w, f in zip(wanted, found, strict=True) for a, b in zip(w, f, strict=True) if a or b]
    assert sum(a == b for a, b in filled) / len(filled) >= 0.97
