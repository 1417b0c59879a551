"""The registry file as values, and finding a document in it."""

import json
import re
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from caitien.laws.model import Amendment, End, Law
from caitien.laws.numbers import folded, number_key


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files("caitien.laws") / "registry.json").read_text("utf-8"))
    return data


@cache
def registry_day() -> date:
    """The day the registry was compiled; later changes of the law are not in it."""
    return date.fromisoformat(_data()["as_of"])


@cache
def all_laws() -> tuple[Law, ...]:
    """Every document of the registry."""
    return tuple(_law(entry) for entry in _data()["documents"])


def _law(entry: dict[str, Any]) -> Law:
    given = dict(entry)
    given["effective"] = date.fromisoformat(entry["effective"]) if entry["effective"] else None
    given["ends"] = tuple(_end(end) for end in entry["ends"])
    given["amended_by"] = tuple(_amendment(one) for one in entry.get("amended_by", ()))
    for name in ("school_levels", "replaces"):
        given[name] = tuple(entry.get(name, ()))
    return Law(**given)


def _end(entry: dict[str, Any]) -> End:
    return End(
        after=date.fromisoformat(entry["after"]),
        by=date.fromisoformat(entry["by"]) if entry["by"] else None,
        school_levels=tuple(entry.get("school_levels", ())),
        replaced_by=tuple(entry.get("replaced_by", ())),
        confidence=entry.get("confidence"),
        note=entry.get("note"),
    )


def _amendment(entry: dict[str, Any]) -> Amendment:
    """Where no day is known, the year in the number is all there is."""
    day = entry.get("effective") or entry.get("issued") or f"{entry['number'].split('/')[1]}-01-01"
    return Amendment(entry["number"], date.fromisoformat(day), "effective" not in entry, entry.get("confidence"))


@cache
def _by_key() -> dict[str, Law]:
    return {key: law for law in all_laws() if (key := number_key(law.number))}


@lru_cache(maxsize=4096)
def find_law(text: str) -> Law | None:
    """The document that `text` cites by its number, or a law by its name (laws are cited without their number)."""
    key = number_key(text)
    if key:
        return _by_key().get(key)
    wanted = folded(text)
    return next((law for law in all_laws() if law.type == "Luật" and _cites(wanted, law)), None)


def _cites(wanted: str, law: Law) -> bool:
    """“Luật Giáo dục ngày 14/6/2019”, not “Luật Giáo dục đại học” nor the Luật Giáo dục of another year."""
    name = folded(law.title)
    rest = wanted.removeprefix(name).lstrip()
    if not wanted.startswith(name) or not re.match(r"$|[^a-z]|(?:ngay|nam|so)\b", rest):
        return False
    years = re.findall(r"\b(?:19|20)\d\d\b", rest)
    return not years or law.issued[:4] in years
