"""Plan ↔ JSON by the contract `caitien.plan/1`. Keys that the contract does not know are passed over."""

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from caitien.plan.faults import badly_formed, in_words, missing_fields
from caitien.plan.model import Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "caitien.plan/1"
SHOWN_FAULTS = 10


class NotAPlan(ValueError):
    """The data is not a plan by the contract; the text names the fields that break it, in Vietnamese."""


def to_json(plan: Plan) -> dict[str, Any]:
    """The plan as the contract's JSON object: plain dicts, lists, texts and numbers, ready for `json.dumps`."""
    return {"schema": SCHEMA, **_plain(asdict(plan))}


def from_json(data: Any) -> Plan:
    """The plan that the contract's JSON object holds; NotAPlan names each field that breaks it and how."""
    from pydantic import ValidationError

    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise NotAPlan(f'Dữ liệu không phải kế hoạch của caitien: thiếu "schema": "{SCHEMA}".')
    faults, plan = [*missing_fields(data), *badly_formed(data)], None
    try:
        plan = _reader().validate_python({key: value for key, value in data.items() if key != "schema"})
    except ValidationError as error:
        faults += map(in_words, error.errors())
    if plan is None or faults:
        raise NotAPlan(_listed(list(dict.fromkeys(faults))))
    return plan


def _listed(faults: list[str]) -> str:
    shown = "; ".join(faults[:SHOWN_FAULTS])
    more = f"; và {len(faults) - SHOWN_FAULTS} chỗ khác" if len(faults) > SHOWN_FAULTS else ""
    return f"Dữ liệu kế hoạch sai ở: {shown}{more}."


@cache
def _reader() -> "TypeAdapter[Plan]":
    """Building it takes some hundred times as long as reading one plan with it."""
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
