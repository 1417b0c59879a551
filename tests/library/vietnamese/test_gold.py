"""Every cell of the plans that people turned into data is read as they read it."""

import json
from pathlib import Path
from typing import Any

import pytest

from caitien.vietnamese.document_numbers import read_citations
from caitien.vietnamese.money import funding_source_in, is_money_expression, read_money
from caitien.vietnamese.parties import read_parties, read_support_parties, starts_with_role
from caitien.vietnamese.periods import is_time_expression, read_period

GOLD = sorted((Path(__file__).resolve().parents[3].parent / "shared" / "gold" / "plans").glob("*.json"))
PROSE = ("solution", "target_result", "criterion_title", "note", "owner_text", "support_conditions")

pytestmark = [pytest.mark.needs_shared, pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)]


def plan(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def test_time(path: Path) -> None:
    period = plan(path)["document"]["period"]
    own = (period["from_year"], period["to_year"])
    for item in plan(path)["items"]:
        reading = read_period(item["time_text"], plan_years=own, note=item["note"])
        assert (reading.start, reading.end, reading.recurrence, list(reading.school_years), reading.understood) == (
            item["start"], item["end"], item["recurrence"], item["school_years"], True,
        ), item["time_text"]  # fmt: skip


def test_money(path: Path) -> None:
    for item in plan(path)["items"]:
        assert read_money(item["budget_text"]).amount == item["budget_vnd"], item["budget_text"]
        assert funding_source_in(item["note"] or "") == item["funding_source"], item["note"]


def test_parties(path: Path) -> None:
    def small(names: Any) -> list[str]:
        return [name.casefold() for name in names]

    for item in plan(path)["items"]:
        parties = read_parties(item["owner_text"])
        assert small(parties.owners) == small(item["owners"]), item["owner_text"]
        assert small(parties.supporting) == small(item["supporting"]), item["owner_text"]
        assert parties.understood or not item["owner_text"]
        assert small(read_support_parties(item["support_conditions"])) == small(item["support_parties"])


def test_columns_are_told_apart(path: Path) -> None:
    for item in plan(path)["items"]:
        assert is_time_expression(item["time_text"])
        assert starts_with_role(item["owner_text"])
        assert item["budget_vnd"] in (None, 0) or is_money_expression(item["budget_text"])
        prose = [item[name] for name in PROSE if item.get(name)]
        assert not [text for text in prose if is_time_expression(text) or is_money_expression(text)]


def test_legal_bases(path: Path) -> None:
    for basis in plan(path)["legal_bases"]:
        expected = (basis["text"], basis["number"], basis["type"], basis["date"])
        assert [tuple(citation) for citation in read_citations(basis["text"])] == [expected]
