"""plan → PDF → plan: what was printed is read again, field by field, in every form, of every level of school."""

from itertools import product
from pathlib import Path

import pytest

from caitien.formats.pdf_write import write
from caitien.layouts.compose import compose, left_out
from caitien.plan import Plan, from_json, to_json
from caitien.reading import read_plan
from corpus.invent import invent_plan
from corpus.score import Count, Score, score

LEVELS = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level")
FORMS = ("cv5932-9", "cv5932-8", "weakness-10", "tt57-bieu2")
SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"


def again(plan: Plan, form: str | None, folder: Path) -> Plan:
    path = folder / "ke-hoach.pdf"
    path.write_bytes(write(compose(plan, form=form)))
    return read_plan(path).plan


@pytest.mark.parametrize("form", FORMS)
def test_invented_plans_come_back(form: str, tmp_path: Path) -> None:
    scores: list[Score] = []
    for level, seed in product(LEVELS, (11, 12)):
        invented = invent_plan(seed, level=level, form=form)
        back = again(from_json(invented.plan), form, tmp_path)
        scores.append(score(invented.plan, to_json(back), invented.accept))
    assert sum((one.all for one in scores), Count()).f1 >= 0.98, [error for one in scores for error in one.errors]


@pytest.mark.needs_shared
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_real_plans_come_back(number: str, tmp_path: Path) -> None:
    (source,) = SEEDS.glob(f"{number}_*")
    plan = read_plan(source).plan
    assert left_out(plan) == ()
    found = score(to_json(plan), to_json(again(plan, None, tmp_path)))
    assert found.all.f1 >= 0.98, found.errors
