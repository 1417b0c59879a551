"""Invented plans: always the same, always by the contract, and every table and level among them."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from caitien.plan import from_json, to_json
from corpus.documents import KINDS, make_documents
from corpus.forms import FORMS
from corpus.invent import LEVELS, Invented, invent_plan

ROOT = Path(__file__).resolve().parents[3]
OWN = ROOT / "src" / "caitien" / "plan" / "schema.json"
CONTRACT = ROOT.parent / "shared" / "contracts" / "plan.schema.json"
PAIRS = [(level, form) for level, form in product(LEVELS, FORMS) if level != "continuing" or form == "tt57-bieu2"]


def plans() -> list[Invented]:
    return [invent_plan(seed, level=level, form=form) for level, form in PAIRS for seed in range(3)]


def faults(schema: Path, plan: dict[str, Any]) -> list[str]:
    return [
        f"{fault.json_path}: {fault.message}"
        for fault in Draft202012Validator(json.loads(schema.read_text("utf-8"))).iter_errors(plan)
    ]


def test_every_plan_follows_our_own_schema() -> None:
    assert [fault for invented in plans() for fault in faults(OWN, invented.plan)] == []


@pytest.mark.needs_shared
def test_every_plan_follows_the_contract() -> None:
    assert [fault for invented in plans() for fault in faults(CONTRACT, invented.plan)] == []


@pytest.mark.needs_shared
def test_our_own_schema_knows_the_keys_of_the_contract() -> None:
    ours, theirs = (json.loads(path.read_text("utf-8"))["properties"] for path in (OWN, CONTRACT))
    assert set(theirs) <= set(ours)
    for part in ("school", "document"):
        assert set(theirs[part]["properties"]) <= set(ours[part]["properties"])
    for part in ("legal_bases", "items", "problems", "reviews", "organisation"):
        assert set(theirs[part]["items"]["properties"]) <= set(ours[part]["items"]["properties"])


def test_the_same_seed_gives_the_same_plan() -> None:
    for level, form in PAIRS:
        first, second = (invent_plan(11, level=level, form=form) for _ in range(2))
        assert (first.plan, first.accept, first.cells) == (second.plan, second.accept, second.cells)
    assert invent_plan(1).plan != invent_plan(2).plan


def test_a_plan_survives_the_way_through_the_product_s_values() -> None:
    for invented in plans():
        assert to_json(from_json(invented.plan)) == invented.plan


def test_a_form_without_a_column_leaves_its_field_empty() -> None:
    for invented in plans():
        for item in invented.plan["items"]:
            for field in ("weakness", "task", "indicators", "resources", "progress", "note", "support_conditions"):
                assert item[field] is None or invented.form.shows(field)


def test_the_number_of_items_can_be_asked_for() -> None:
    assert [len(invent_plan(4, count=count).plan["items"]) for count in (1, 30, 200)] == [1, 30, 200]


@pytest.mark.parametrize(
    "name", ["docx", "xlsx", "pdf", "html", "markdown", "txt-tabs", "txt-rows", "txt-wrapped", "legacy"]
)
def test_a_document_of_every_kind_is_written_with_its_plan(name: str, tmp_path: Path) -> None:
    (made,) = make_documents(name, [3], tmp_path, count=2)
    assert made.path.suffix == KINDS[name].suffix
    assert made.path.stat().st_size > 1000
    assert json.loads((tmp_path / f"{made.path.stem}.gold.json").read_text("utf-8")) == made.plan
