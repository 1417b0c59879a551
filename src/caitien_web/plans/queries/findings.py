"""What the checker says of a plan as it stands, beside the cells and as a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.core.cache import cache

from caitien.checks import check_plan
from caitien.checks.set_aside import SetAside as Meant
from caitien.findings import Finding, Severity
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import PlanItem, SchoolPlan, SetAside
from caitien_web.plans.queries.columns import columns_of, form_of_plan

KEPT = 600  # seconds that the findings of one state of a plan are kept
GIVEN_AT_ISSUE = ("H01", "H02")  # number and date of the document: nobody writes them into a draft
DRAFT_MARKS = "E04"
SCHOOL = ("name", "level", "governing_body", "place", "abbreviation", "ownership", "address")
WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Nên xem", Severity.HINT: "Gợi ý"}
SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.HINT: "i"}
PARTS = {
    "header": ("Phần đầu văn bản", "document"),
    "bases": ("Căn cứ", "legal_bases"),
    "purposes": ("Mục đích", "purposes"),
    "results": ("Kết quả năm trước", "prior_results"),
    "targets": ("Vấn đề, mục tiêu", "problems"),
    "items": ("Bảng kế hoạch", ""),
    "organisation": ("Tổ chức thực hiện", "organisation"),
    "closing": ("Phần cuối văn bản", "closing"),
    "text": ("Toàn văn bản", ""),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at its place on the page; `set_aside` is the entry that sets it aside, None where it stands."""

    finding: Finding
    item: PlanItem | None
    field: str
    set_aside: SetAside | None = None

    @property
    def severity(self) -> str:
        return self.finding.severity.value

    @property
    def word(self) -> str:
        return WORDS[self.finding.severity]

    @property
    def sign(self) -> str:
        return SIGNS[self.finding.severity]

    @property
    def part(self) -> str:
        return PARTS[self.finding.place.part][0]

    @property
    def part_key(self) -> str:
        return PARTS[self.finding.place.part][1]

    @property
    def asks_to_decide(self) -> bool:
        """Is it a row's marks of the draft, which one may take out together?"""
        return self.item is not None and self.finding.code == DRAFT_MARKS

    @property
    def asks_of_a_part(self) -> bool:
        """Is it about the marks of the draft in a part beside the table?"""
        return self.item is None and self.finding.code == DRAFT_MARKS

    @property
    def where(self) -> str:
        number = self.finding.place.item
        return self.part if number is None else f"Mục {number + 1}"


def marks_of(plan: SchoolPlan, items: list[PlanItem]) -> list[Mark]:
    """All findings in the order of the plan's parts, those set aside marked as such: one query, and one check a state.

    `items`: the plan's rows in its own order.
    """
    return marked(plan, items, findings_of(plan, items))


def marked(plan: SchoolPlan, items: list[PlanItem], found: list[Finding]) -> list[Mark]:
    """Findings at their places on the plan's page, with the entry that sets each aside. One query."""
    entries = list(plan.set_aside.select_related("by__person").order_by("id"))
    places = {item.pk: index for index, item in enumerate(items)}
    meant = [(entry, _meant(entry, places)) for entry in entries if not entry.item_id or entry.item_id in places]
    shown = {column.field for column in columns_of(form_of_plan(plan))}
    return [_mark(finding, items, shown, meant) for finding in found]


def findings_of(plan: SchoolPlan, items: list[PlanItem]) -> list[Finding]:
    """The checker's findings; kept for as long as the plan does not change.

    A draft is judged as if it were signed when its first school year begins (`checks.own_day`): what will stand in the
    way of the issue is told while it can be mended.
    """
    key = _key(plan, len(items))
    found: list[Finding] | None = cache.get(key)
    if found is None:
        given_at_issue = () if plan.is_issued or plan.number else GIVEN_AT_ISSUE
        found = check_plan(to_plan(plan, items), ignore=given_at_issue)
        cache.set(key, found, KEPT)
    return found


def known_findings(plan: SchoolPlan) -> list[Finding] | None:
    """The findings where the present state of the plan has been checked already, so that a page need not wait."""
    found: list[Finding] | None = cache.get(_key(plan, plan.item_count))
    return found


def _key(plan: SchoolPlan, rows: int) -> str:
    return f"findings:{plan.pk}:{plan.changed_at.isoformat()}:{rows}:{school_told(plan)}"


def school_told(plan: SchoolPlan) -> str:
    """Another text for every other school as the checks see it: its particulars change without the plan."""
    return f"{crc32(repr([getattr(plan.unit, name) for name in SCHOOL]).encode()):x}"


def by_cell(marks: list[Mark]) -> Mapping[tuple[str, str], tuple[Mark, ...]]:
    """The marks that stand, by row and cell."""
    cells: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        if mark.item and not mark.set_aside:
            cells.setdefault((str(mark.item.pk), mark.field), []).append(mark)
    return {cell: tuple(found) for cell, found in cells.items()}


def counts_of(marks: list[Mark]) -> dict[str, int]:
    """How many findings of each weight stand, and how many are set aside."""
    counts = dict.fromkeys(("error", "warning", "hint", "set_aside"), 0)
    for mark in marks:
        counts["set_aside" if mark.set_aside else mark.severity] += 1
    return counts


def words_for(counts: Mapping[str, int]) -> str:
    """ "2 lỗi, 5 nên xem, 3 gợi ý", as the page's head says it."""
    told = [(counts["error"], "lỗi"), (counts["warning"], "nên xem"), (counts["hint"], "gợi ý")]
    said = ", ".join(f"{count} {word}" for count, word in told if count) or "Không có lỗi"
    aside = counts.get("set_aside", 0)
    return f"{said}; {aside} đã bỏ qua" if aside else said


def _meant(entry: SetAside, places: Mapping[Any, int]) -> Meant:
    index = places[entry.item_id] if entry.item_id else None
    return Meant(entry.code, entry.reason, index, entry.criterion or None, entry.quote or None)


def _mark(finding: Finding, items: list[PlanItem], shown: set[str], meant: list[tuple[SetAside, Meant]]) -> Mark:
    index = finding.place.item
    item = items[index] if index is not None and index < len(items) else None
    field = finding.place.field or ""
    if item is not None and field not in shown:
        field = "solution" if field == "task" and "solution" in shown else "criterion"
    aside = next((entry for entry, meaning in meant if meaning.means(finding)), None)
    return Mark(finding, item, field, aside)
