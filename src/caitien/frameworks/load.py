"""Editions from their data files: by id, all of them, or the one in force for a school level on a day."""

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from caitien.findings import CannotRead
from caitien.frameworks.build import framework_from
from caitien.frameworks.model import CONFIDENCE, NOT_VERIFIED, SCHOOL_LEVELS, Framework
from caitien.vietnamese.dates import say_day

_DATA = files("caitien.frameworks") / "data"


class CannotFindFramework(CannotRead, LookupError):
    """No edition has this id, or none applies; the text is one Vietnamese sentence."""


@cache
def framework_ids() -> tuple[str, ...]:
    """The ids of all editions, oldest first; within a day preschool, primary, secondary, continuing."""
    names = (entry.name for entry in _DATA.iterdir() if entry.name.endswith(".json"))
    ids = (name.removesuffix(".json").replace("_", "+") for name in names)
    return tuple(sorted(ids, key=_order))


def _order(framework_id: str) -> tuple[str, int, str]:
    data = framework_data(framework_id)
    return data["valid_from"], list(SCHOOL_LEVELS).index(data["school_levels"][0]), framework_id


@cache
def framework_data(framework_id: str) -> dict[str, Any]:
    """The edition's data file as plain data; do not change it. Raises CannotFindFramework for an unknown id."""
    entry = _DATA / (framework_id.replace("+", "_") + ".json")
    if "/" in framework_id or "\\" in framework_id or not entry.is_file():
        raise CannotFindFramework(_unknown(framework_id))
    data: dict[str, Any] = json.loads(entry.read_text("utf-8"))
    return data


def _unknown(framework_id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(framework_id.upper(), framework_ids(), n=1, cutoff=0.4)
    hint = f"; có phải ý bạn là “{near[0]}”?" if near else "; gõ “caitien frameworks” để xem danh sách."
    return f"Không có bộ tiêu chuẩn “{framework_id}”{hint}"


@cache
def load_framework(framework_id: str) -> Framework:
    """The edition with this id ("TT18-2018"). Raises CannotFindFramework with the nearest id for an unknown one."""
    return framework_from(framework_data(framework_id))


def all_frameworks() -> tuple[Framework, ...]:
    """Every edition, in the order of `framework_ids`."""
    return tuple(load_framework(framework_id) for framework_id in framework_ids())


def framework_for(level: str, on: date) -> Framework:
    """The edition in force for schools of `level` (a school level of the plan schema) on the day `on`.

    Raises CannotFindFramework where none applies; its text names what did apply then, as far as that is known.
    """
    if level not in SCHOOL_LEVELS:
        raise CannotFindFramework(f"Không có cấp học “{level}”; các cấp học là: {', '.join(SCHOOL_LEVELS)}.")
    for framework_id in framework_ids():
        data = framework_data(framework_id)
        if level in data["school_levels"] and _covers(data["valid_from"], data["valid_to"], on):
            return load_framework(framework_id)
    raise CannotFindFramework(_nothing(level, on))


def _covers(start: str | None, end: str | None, on: date) -> bool:
    day = on.isoformat()
    return (start is None or start <= day) and (end is None or day <= end)


@cache
def earlier_documents() -> tuple[dict[str, Any], ...]:
    """What applied before the editions we hold: number, school_levels, valid_from, valid_to, confidence, source.

    Known by name only: their criteria are not in the product.
    """
    text = (files("caitien.frameworks") / "earlier.json").read_text("utf-8")
    return tuple(json.loads(text)["documents"])


def _nothing(level: str, on: date) -> str:
    start = f"Chưa có bộ tiêu chuẩn cho {SCHOOL_LEVELS[level]} áp dụng vào ngày {say_day(on)}"
    for document in earlier_documents():
        if level in document["school_levels"] and _covers(document["valid_from"], document["valid_to"], on):
            grade = CONFIDENCE[document["confidence"]]
            name = f"Thông tư {document['number']}"
            return f"{start}; khi đó áp dụng {name} (độ tin cậy {grade}, {NOT_VERIFIED}), nội dung chưa có ở đây."
    return f"{start}."


def criterion_titles(framework: Framework) -> dict[str, str]:
    """Code → official title of each criterion, in the order of the circular."""
    return {criterion.code: criterion.title for criterion in framework.criteria}
