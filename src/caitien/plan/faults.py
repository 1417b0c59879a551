"""What breaks the contract `caitien.plan/1`: each field by its path in the JSON, with what is wrong, in Vietnamese."""

import re
from collections.abc import Iterator
from typing import Any

_REQUIRED = ("school", "document", "framework", "items")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(r"\d+\.\d+")
_YEAR = re.compile(r"\d{4}-\d{4}")
_A_DAY = "phải là ngày dạng 2026-09-05, 2026-09 hoặc 2026"
_A_CODE = "phải là mã tiêu chí như 1.2"
_A_YEAR = "phải là năm học dạng 2026-2027"
# By the names of pydantic's errors.
_WORDS = {
    "missing": "bị thiếu",
    "string_type": "phải là chữ",
    "string_unicode": "có ký tự hỏng",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "tuple_type": "phải là một danh sách [ … ]",
    "dict_type": "phải là một đối tượng { … }",
    "dataclass_type": "phải là một đối tượng { … }",
}


def missing_fields(data: dict[str, Any]) -> Iterator[str]:
    """The fields that the contract asks for and the object lacks; theirs may be null, but must be there."""
    yield from (f"{name} bị thiếu" for name in _REQUIRED if name not in data)
    if isinstance(data.get("school"), dict) and "name" not in data["school"]:
        yield "school.name bị thiếu"
    items = data.get("items")
    for at, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and "criterion" not in item:
            yield f"items.{at}.criterion bị thiếu"


def badly_formed(data: dict[str, Any]) -> Iterator[str]:
    """Days, school years and codes of criteria that are texts, but not of the contract's shape."""
    info = data.get("document")
    document = info if isinstance(info, dict) else {}
    yield from _unlike("document.date", document.get("date"), _DAY, _A_DAY)
    yield from _unlike("document.school_year", document.get("school_year"), _YEAR, _A_YEAR)
    items = data.get("items")
    for at, item in enumerate(items if isinstance(items, list) else ()):
        values = item if isinstance(item, dict) else {}
        yield from _unlike(f"items.{at}.criterion", values.get("criterion"), _CODE, _A_CODE)
        for name in ("start", "end"):
            yield from _unlike(f"items.{at}.{name}", values.get(name), _DAY, _A_DAY)


def _unlike(path: str, value: Any, shape: re.Pattern[str], asked: str) -> Iterator[str]:
    if isinstance(value, str) and not shape.fullmatch(value):
        yield f"{path} {asked}, không phải “{value[:40]}”"


def in_words(error: Any) -> str:
    """One of pydantic's errors: "items.2.owners phải là một danh sách [ … ]"."""
    path = ".".join(str(step) for step in error["loc"])
    if error["type"] == "literal_error":
        return f"{path} phải là một trong: {error['ctx']['expected'].replace(' or ', ', ')}"
    return f"{path} {_WORDS.get(error['type'], 'không đúng kiểu')}"
