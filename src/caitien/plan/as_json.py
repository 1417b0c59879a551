"""Plan ↔ JSON by the contract `caitien.plan/1`. Keys that the contract does not know are passed over."""

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from caitien.plan.model import Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "caitien.plan/1"


class NotAPlan(ValueError):
    """The data is not a plan by the contract; the text names the fields that break it, in Vietnamese."""


def to_json(plan: Plan) -> dict[str, Any]:
    """The plan as the contract's JSON object: plain dicts, lists, texts and numbers, ready for `json.dumps`."""
    return {"schema": SCHEMA, **_plain(asdict(plan))}


def from_json(data: Any) -> Plan:
    """The plan that the contract's JSON object holds; NotAPlan names each field that breaks the contract."""
    from pydantic import ValidationError

    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise NotAPlan(f'Dữ liệu không phải kế hoạch của caitien: thiếu "schema": "{SCHEMA}".')
    try:
        return _reader().validate_python({key: value for key, value in data.items() if key != "schema"})
    except ValidationError as error:
        fields = [".".join(str(step) for step in fault["loc"]) for fault in error.errors()]
        raise NotAPlan("Dữ liệu kế hoạch sai ở: " + ", ".join(fields) + ".") from error


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
