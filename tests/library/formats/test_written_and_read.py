"""plan → Word or PDF → plan: what was written is read again field by field, in every form, for every school level."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from caitien.blocks import Document
from caitien.formats import docx_write, pdf_write
from caitien.layouts.compose import compose, left_out
from caitien.plan import Plan, from_json, to_json
from caitien.reading import read_plan
from corpus.invent import invent_plan
from corpus.score import Count, Score, score

LEVELS = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level")
FORMS = ("cv5932-9", "cv5932-8", "weakness-10", "tt57-bieu2")
SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
Write = Callable[[Document], bytes]
writers = pytest.mark.parametrize(
    ("write", "least"), [(docx_write.write, 0.995), (pdf_write.write, 0.98)], ids=["Word", "PDF"]
)


def again(plan: Plan, form: str | None, folder: Path, write: Write) -> Plan:
    path = folder / "ke-hoach"  # the kind is told by the content
    path.write_bytes(write(compose(plan, form=form)))
    return read_plan(path).plan


@writers
@pytest.mark.parametrize("form", FORMS)
def test_invented_plans_come_back(form: str, write: Write, least: float, tmp_path: Path) -> None:
    scores: list[Score] = []
    for level, seed in product(LEVELS, (11, 12)):
        invented = invent_plan(seed, level=level, form=form)
        back = again(from_json(invented.plan), form, tmp_path, write)
        scores.append(score(invented.plan, to_json(back), invented.accept))
    assert sum((one.all for one in scores), Count()).f1 >= least, [error for one in scores for error in one.errors]


@pytest.mark.needs_shared
@writers
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_real_plans_come_back(number: str, write: Write, least: float, tmp_path: Path) -> None:
    (source,) = SEEDS.glob(f"{number}_*")
    plan = read_plan(source).plan
    assert left_out(plan) == ()
    found = score(to_json(plan), to_json(again(plan, None, tmp_path, write)))
    assert found.all.f1 >= least, found.errors
