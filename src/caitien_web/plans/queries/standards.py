"""Standards and criteria of a plan's edition, as lists and panels show them."""

import re
from functools import cache

from caitien.frameworks import CannotFindFramework, Criterion, Framework, load_framework
from caitien.vietnamese.fold import fold

_CODE = re.compile(r"(?<![\d.])(\d{1,2})\s*[.,]\s*(\d{1,2})(?![\d.])")


def edition_of(name: str) -> Framework | None:
    """The edition with this id; None where the plan names none that is known."""
    try:
        return load_framework(name) if name else None
    except CannotFindFramework:
        return None


@cache
def titles(edition: str) -> dict[str, str]:
    """Title by code of all criteria of an edition."""
    found = edition_of(edition)
    return {one.code: one.title for one in found.criteria} if found else {}


@cache
def standard_titles(edition: str) -> dict[int, str]:
    """Title by number of all standards of an edition."""
    found = edition_of(edition)
    return {one.number: one.title for one in found.standards} if found else {}


@cache
def criteria_by_standard(edition: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """All criteria to choose from: (words of the standard, its (code, "2.1. Title")), in their order."""
    found = edition_of(edition)
    if found is None:
        return ()
    return tuple(
        (f"Tiêu chuẩn {one.number}. {one.title}", tuple((own.code, f"{own.code}. {own.title}") for own in one.criteria))
        for one in found.standards
    )


def criterion_named(edition: str, code: str) -> Criterion | None:
    """The criterion of the edition with this code."""
    found = edition_of(edition)
    return found.criterion(code) if found else None


def code_in(text: str, edition: str) -> str | None:
    """The criterion that a text names by code or by its full title; "" for an empty text, None where it names none."""
    if not text.strip():
        return ""
    if match := _CODE.search(text):
        return f"{int(match[1])}.{int(match[2])}"
    wanted = fold(text).strip(" .:")
    return next((code for code, title in titles(edition).items() if fold(title) == wanted), None)
