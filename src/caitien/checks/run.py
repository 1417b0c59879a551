"""Runs the checks on one plan."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from caitien.checks.catalogue import catalogue, load_check
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Position, Severity
from caitien.plan import Plan
from caitien.plan.wording import Wording

UNSURE = frozenset({"cell-boundary-uncertain", "letters-uncertain"})  # doubts that a cell's text may be wrong
PARTS = ("header", "bases", "purposes", "results", "targets", "items", "organisation", "closing", "text")
_PART_RANKS = {part: rank for rank, part in enumerate(PARTS)}
_WEIGHTS = {severity: rank for rank, severity in enumerate(Severity)}


def check_plan(
    plan: Plan,
    *,
    wording: Wording | None = None,
    positions: Mapping[str, Position] | None = None,
    on: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    doubts: Iterable[Finding] = (),
) -> list[Finding]:
    """The faults of a plan, in the order of its parts, errors first within an item or part.

    `select` and `ignore` name codes or families ("L02", "H"). `options`: settings by the check's name. `on`: the day
    that law is judged on; without it the document's own. `doubts`: those of the reading; a fault that looks like a cell
    read wrongly weighs less where the reading doubts that cell.
    """
    day = on or own_day(plan)
    subject = Subject(plan, day, wording or Wording(), positions=positions or {})
    doubted = {(doubt.place.item, doubt.place.field) for doubt in doubts if doubt.name in UNSURE}
    findings: list[Finding] = []
    for check, name in _loaded(tuple(select), tuple(ignore)):
        settings = {**check.options, **(options or {}).get(name, {})} if check.options else None
        found = check.run(subject.with_options(settings) if settings else subject)
        findings += (_softened(finding, doubted) for finding in found) if check.may_be_misread else found
    return sorted(findings, key=_order)


def _softened(finding: Finding, doubted: set[tuple[int | None, str | None]]) -> Finding:
    """An error on a doubted cell as a warning that says so."""
    if finding.severity is not Severity.ERROR or (finding.place.item, finding.place.field) not in doubted:
        return finding
    hint = f"Ô này còn nghi ngờ khi đọc: đối chiếu với bản gốc trước. {finding.hint}"
    return replace(finding, severity=Severity.WARNING, hint=hint)


@lru_cache(maxsize=16)
def _loaded(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[tuple[Check, str], ...]:
    """The checks to run, with their names."""
    return tuple((load_check(code), catalogue()[code].name) for code in chosen(select, ignore))


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[str]:
    """The codes to run: those selected (all without a selection) less those ignored."""
    select, ignore = tuple(select), tuple(ignore)
    codes = catalogue()
    return [
        code for code in codes if (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))
    ]


def prepare(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
    """Load the checks now, so that processes started from this one have them."""
    _loaded(tuple(select), tuple(ignore))


def own_day(plan: Plan) -> date | None:
    """The day a plan is judged on: its date, or the last day its date can mean, else the start of its period."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", plan.document.date or "")
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        return date(year or 1, month or 12, day or 28)
    if plan.document.period:
        return date(plan.document.period.from_year, 9, 5)
    return None


def _order(finding: Finding) -> tuple[int, int, int, str]:
    item = -1 if finding.place.item is None else finding.place.item
    return _PART_RANKS[finding.place.part], item, _WEIGHTS[finding.severity], finding.code
