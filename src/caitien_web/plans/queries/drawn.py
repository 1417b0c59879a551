"""The plan's table as it is drawn: once for each state of a plan, and shown to all who see the same."""

from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from caitien.findings import Finding
from caitien_web.plans.access import stamp_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.findings import by_cell, counts_of, known_findings, marked, school_told, words_for
from caitien_web.plans.queries.table import rows_of, table_of
from caitien_web.ui.kept import pieces


class Drawn(NamedTuple):
    """The table, and what is said of its findings in the page's head: "2 lỗi, 5 nên xem", "" where nothing is known."""

    html: SafeString
    counts: str


def drawn(template: str, plan: SchoolPlan, *, writes: bool, checks: bool) -> Drawn:
    """`template` drawn of the table of the plan, for those who may write or for those who only read.

    Whoever does not see what the checker finds gets a table without its marks.

    No query where it is kept with its findings; one where the plan has not been checked as it stands; else a few,
    whatever the number of rows. For plans as they were read, not for one that an action has just changed.
    """
    stamp = stamp_of(plan)
    if not stamp:
        return _drawn(template, plan, writes, known_findings(plan) if checks else None)
    key = (template, stamp, plan.unit.slug, writes)
    checked = (*key, "checked", school_told(plan)) if checks else ()
    found = pieces.get(checked) if checks else None
    if found is not None:
        return found
    findings = known_findings(plan) if checks else None
    if findings is None:
        return pieces.draw((*key, "unchecked"), lambda: _drawn(template, plan, writes, None))
    return pieces.keep(checked, _drawn(template, plan, writes, findings))


def _drawn(template: str, plan: SchoolPlan, writes: bool, findings: list[Finding] | None) -> Drawn:
    items = rows_of(plan)
    marks = None if findings is None else marked(plan, items, findings)
    counts = _kept_counts(plan) if marks is None else counts_of(marks)
    table = table_of(plan, items, by_cell(marks) if marks else None)
    told = {"plan": plan, "unit": plan.unit, "table": table, "writes": writes}
    return Drawn(render_to_string(template, told), words_for(counts) if counts else "")


def _kept_counts(plan: SchoolPlan) -> dict[str, int]:
    """What the last check counted: of the version in force, so nothing is said of one that is being prepared."""
    if plan.checked_at is None or plan.adjusting:
        return {}
    return {"error": plan.error_count, "warning": plan.warning_count, "hint": plan.hint_count}
