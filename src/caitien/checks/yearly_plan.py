"""What the editions with a yearly plan and reviews ask of it (`yearly_plan.json`), and which plans follow them."""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from caitien.checks.check import Subject
from caitien.plan import Item, Problem
from caitien.vietnamese.fold import fold

NOT_VERIFIED = "cần đối chiếu văn bản chính thức"
_WORDS = re.compile(r"[a-z0-9]{2,}")
# Words of every row, which tell nothing of its matter.
_OF_EVERY_ROW = (
    "cua va cac cho trong duoc voi nam hoc tu den chua con so mot nhung viec khong de theo tai ve la co den da khi"
    " giao duc nha truong hoat dong thuc hien cong tac chat luong nang cao tang cuong dam bao tieu chi tieu chuan"
    " hieu qua sinh lop vien"
)
_EMPTY = frozenset(_OF_EVERY_ROW.split())


@cache
def demands() -> dict[str, Any]:
    """The demands as data: editions, reviews a year, least number of members of the council."""
    data: dict[str, Any] = json.loads((files("caitien.checks") / "yearly_plan.json").read_text("utf-8"))
    return data


def is_yearly(subject: Subject) -> bool:
    """Whether the plan follows an edition that asks for a plan with reviews every school year."""
    plan = subject.plan
    return plan.framework in demands()["editions"] or bool(plan.problems or plan.reviews)


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The folded words of a text that say what it is about."""
    return frozenset(_WORDS.findall(fold(text))) - _EMPTY


def speaks_of(item: Item, problem: Problem) -> bool:
    """Whether an item treats a limitation: the same criterion, or a good share of its words."""
    if item.criterion and item.criterion == problem.criterion:
        return True
    wanted = content_words(problem.limitation or problem.current_state or "")
    told = content_words(" ".join(_texts(item)))
    return bool(wanted) and len(wanted & told) >= max(2, 0.3 * min(len(wanted), len(told)))


def _texts(item: Item) -> Iterable[str]:
    return (text for text in (item.improvement, item.weakness, item.target_result, item.task, item.solution) if text)
