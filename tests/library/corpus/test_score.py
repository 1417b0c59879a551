"""Our own scorer counts as the shared one does."""

import copy
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from corpus.forms import FORMS
from corpus.invent import invent_plan
from corpus.invent.random_choice import Choice
from corpus.score import score

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


def spoil(value: Any, choice: Choice) -> Any:
    """The value as a poor reader might give it back: parts lost, altered, doubled or invented."""
    if isinstance(value, dict):
        return {key: spoil(inner, choice) for key, inner in value.items()}
    if isinstance(value, list):
        kept = [spoil(inner, choice) for inner in value if not choice.chance(0.08)]
        return kept + ([copy.deepcopy(kept[0])] if kept and choice.chance(0.05) else [])
    if not choice.chance(0.1):
        return value
    if value is None:
        return None
    if isinstance(value, str):
        return choice.one(
            (value.upper() + " .", value[: len(value) // 2], value + " thêm vào", "", f"- {value}", value[:-1])
        )
    return choice.one((value, value + 1 if not isinstance(value, bool) else value))


def fill_some(plan: dict[str, Any], choice: Choice) -> dict[str, Any]:
    for item in plan["items"]:
        for name in ("note", "weakness", "budget_text", "end"):
            if item.get(name) is None and choice.chance(0.1):
                item[name] = "2031-05"
    return plan


def test_nothing_wrong_is_a_full_score() -> None:
    for form in FORMS:
        invented = invent_plan(5, form=form)
        result = score(invented.plan, invented.plan, invented.accept)
        assert result.all.f1 == 1.0, result.errors
        assert result.all.right > 20


def test_an_invented_value_and_a_missing_one_both_count() -> None:
    plan = invent_plan(7, form="cv5932-9", count=3).plan
    read = copy.deepcopy(plan)
    read["items"][0]["weakness"] = "không có trong bảng"
    read["items"][1]["solution"] = None
    counts = score(plan, read).items.total
    assert (counts.invented, counts.missing) == (1, 1)


def test_another_true_reading_is_right() -> None:
    plan = invent_plan(7, form="cv5932-9", count=2).plan
    read = copy.deepcopy(plan)
    read["items"][0]["time_text"] = "cách viết khác"
    assert score(plan, read).items.total.invented == 1
    assert score(plan, read, {"items": {"0": {"time_text": ["cách viết khác"]}}}).items.total.invented == 0


@pytest.mark.needs_shared
def test_the_counts_are_those_of_the_shared_scorer() -> None:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    invented = [invent_plan(seed, form=form) for form in FORMS for seed in (1, 2)]
    cases = [(one.plan, one.accept) for one in invented] + [
        (json.loads(path.read_text("utf-8")), json.loads((SHARED / "gold" / "accept" / path.name).read_text("utf-8")))
        for path in sorted((SHARED / "gold" / "plans").glob("*.json"))
    ]
    for number, (plan, accept) in enumerate(cases):
        read = fill_some(spoil(copy.deepcopy(plan), Choice("spoil", number)), Choice("fill", number))
        expected = theirs.score(theirs.attach(plan, accept), read)
        ours = score(plan, read, accept)
        for name, sheet in (("items", ours.items), ("head", ours.head)):
            counts = sheet.total
            got = (counts.right, counts.invented, counts.missing)
            assert got == tuple(expected[name][key] for key in ("tp", "fp", "fn")), (number, name)
