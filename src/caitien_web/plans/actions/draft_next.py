"""The next plan, drafted from what is left: items of an earlier plan, or weaknesses that no plan answers yet.

Nothing is decided for the school: what somebody must decide is marked in the cells, as `caitien.layouts.convert` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from caitien.findings import CannotWrite
from caitien.frameworks import crosswalk, load_framework
from caitien.frameworks.load import CannotFindFramework
from caitien.layouts.convert import DECIDE, VERIFY, convert, open_questions
from caitien.layouts.convert.items import is_finished
from caitien.layouts.convert.marks import decide
from caitien.layouts.convert.sentences import in_new_year
from caitien.layouts.convert.terms import moved
from caitien.layouts.forms import form_for
from caitien.plan import DocumentInfo, Item, Plan, PriorResults, Problem, to_json
from caitien.vietnamese.years import school_year
from caitien_web.assessment.actions import plan_weaknesses
from caitien_web.assessment.models import Weakness
from caitien_web.assessment.queries import last_levels
from caitien_web.plans.actions.start import CannotStart, start_plan
from caitien_web.plans.convert import from_item, to_item, to_plan
from caitien_web.plans.models import PlanItem, SchoolPlan, StrategyAim
from caitien_web.plans.order import GAP
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted plan, and a Vietnamese sentence for each thing that was changed or left out."""

    plan: SchoolPlan
    notes: tuple[str, ...]


WEAKNESS, AIM = ("planitem_id", "weakness_id"), ("planitem_id", "strategyaim_id")


@transaction.atomic
def draft_from_plan(
    previous: SchoolPlan,
    chosen: Sequence[PlanItem],
    *,
    years: tuple[int, int],
    edition: str,
    form: str,
    by: Any,
    at: datetime,
) -> Drafted:
    """A plan for `years` with the chosen items of an earlier one, laid into another edition where it changed.

    Each new item knows the one that it came from; last year's results are filled in from that plan.
    """
    if not chosen:
        raise CannotStart("Chưa tạo được kế hoạch: chưa chọn mục nào để chuyển tiếp. Chọn ít nhất một mục.")
    old = to_plan(previous, chosen)
    old = replace(old, items=tuple(replace(item, progress=None) for item in old.items))
    on = max(date(years[0], 9, 1), localdate(at))
    laid = _converted(old, edition, years, on) if old.framework != edition else _again(old, years, on)
    marked, notes, came_from = laid
    new = replace(open_questions(marked), framework=edition, form=form, prior_results=_results(previous, edition))
    plan = start_plan(
        previous.unit, new, years=years, by=by, at=at, origin=f"từ kế hoạch {previous.period_words}", previous=previous
    )
    _tie(plan, [chosen[place] for place in came_from])
    if again := list(Weakness.objects.of(plan.unit).filter(items__plan=plan).distinct()):
        plan_weaknesses(plan.unit, again, by=by, at=at)
    notes = (*_terms_told(old, new, came_from), *notes)
    open_points = sum(str(to_json(new)).count(f"[{mark}:") for mark in (DECIDE, VERIFY))
    if open_points:
        notes = (_open_points_told(open_points), *notes)
    return Drafted(plan, notes)


def _open_points_told(count: int) -> str:
    return (
        f"Còn {count} chỗ cần quyết định, đánh dấu “[Cần quyết định: …]”. Gõ “cần quyết định” vào ô Tìm trong "
        "bảng để xem lần lượt; quyết định xong thì xóa dấu của từng mục, từng phần ở trang Kiểm tra."
    )


def _terms_told(old: Plan, new: Plan, came_from: Sequence[int]) -> tuple[str, ...]:
    """What became of terms that were over: the first one as an example."""
    pairs = [(old.items[place].time_text, item) for place, item in zip(came_from, new.items, strict=True)]
    changed = [(before, item.time_text) for before, item in pairs if item.end and before != item.time_text]
    if not changed:
        return ()
    before, after = (" ".join((text or "").split()) for text in changed[0])
    told = f"Dời thời gian của {len(changed)} mục sang năm học mới, như “{before}” thành “{after}”"
    return (f"{told}; xem lại cột Thời gian.",)


def _converted(
    old: Plan, edition: str, years: tuple[int, int], on: date
) -> tuple[Plan, tuple[str, ...], tuple[int, ...]]:
    try:
        found = convert(old, edition, on=on, years=years)
    except CannotWrite as refusal:
        raise CannotStart(f"Chưa tạo được kế hoạch: {refusal}") from None
    return found.plan, found.notes, found.came_from


def _again(old: Plan, years: tuple[int, int], on: date) -> tuple[Plan, tuple[str, ...], tuple[int, ...]]:
    """The same edition: everything goes along but number, day, reviews, and what the criteria left behind."""
    kept = {item.criterion for item in old.items}
    one_year = years[1] - years[0] == 1
    renewed, changed = in_new_year(old, school_year(years[0]) if one_year else None, marks_all=False)
    new = replace(
        renewed,
        document=DocumentInfo(subject=None),
        items=tuple(moved(item, years, on) for item in old.items),
        problems=tuple(problem for problem in old.problems if problem.criterion in kept),
        weak_criteria=tuple(code for code in old.weak_criteria if code in kept),
        target_criteria=tuple(code for code in old.target_criteria if code in kept),
        reviews=(),
    )
    return new, changed, tuple(range(len(old.items)))


def _results(previous: SchoolPlan, edition: str) -> PriorResults:
    """What the earlier plan came to: counts by level where an assessment tells, and its items in one sentence."""
    items = [to_item(row) for row in previous.items.filter(removed_at=None)]
    done = sum(map(is_finished, items))
    text = f"Kế hoạch cải tiến chất lượng {previous.period_words} có {len(items)} mục"
    text += f", đã hoàn thành {done} mục." if done else "."
    year = None if previous.spans_years else previous.slug
    return PriorResults(school_year=year, levels=last_levels(previous.unit, edition), text=text)


def _tie(plan: SchoolPlan, sources: Sequence[PlanItem]) -> None:
    rows = list(plan.items.order_by("place"))
    for row, source in zip(rows, sources, strict=True):
        row.carried_from, row.times_carried = source, source.times_carried + 1
    PlanItem.everywhere.bulk_update(rows, ["carried_from", "times_carried"])
    new = {source.pk: row for row, source in zip(rows, sources, strict=True)}
    for item, weakness in PlanItem.weaknesses.through.objects.filter(planitem__in=sources).values_list(*WEAKNESS):
        new[item].weaknesses.add(weakness)
    for item, aim in StrategyAim.items.through.objects.filter(planitem__in=sources).values_list(*AIM):
        new[item].aims.add(aim)


@transaction.atomic
def draft_from_weaknesses(
    unit: Unit,
    weaknesses: Sequence[Weakness],
    *,
    years: tuple[int, int],
    edition: str,
    form: str,
    by: Any,
    at: datetime,
) -> SchoolPlan:
    """A plan with one item for each weakness: its criterion by the plan's edition, its words, the rest to be filled."""
    if not weaknesses:
        raise CannotStart("Chưa tạo được kế hoạch: chưa chọn điểm yếu nào. Chọn ít nhất một điểm yếu.")
    made = sorted(((_answer(one, edition), one) for one in weaknesses), key=lambda pair: _rank(pair[0].criterion))
    items = tuple(item for item, _ in made)
    problems = tuple(Problem(item.standard, item.criterion, limitation=item.weakness) for item in items)
    value = Plan(
        framework=edition,
        form=form,
        items=items,
        problems=problems if form_for(form, edition).problem_table else (),
        weak_criteria=tuple(dict.fromkeys(item.criterion for item in items if item.criterion)),
    )
    basis = next((one.assessment for _, one in made if one.assessment), None)
    plan = start_plan(unit, value, years=years, by=by, at=at, origin="từ các điểm yếu", assessment=basis)
    for row, (_, weakness) in zip(plan.items.order_by("place"), made, strict=True):
        row.weaknesses.add(weakness)
    plan_weaknesses(unit, [one for _, one in made], by=by, at=at)
    return plan


@transaction.atomic
def answer_weaknesses(plan: SchoolPlan, weaknesses: Sequence[Weakness], *, by: Any, at: datetime) -> list[PlanItem]:
    """Rows at the end of a draft, one for each weakness that none of its rows answers yet."""
    answered = set(plan.items.filter(removed_at=None).values_list("weaknesses", flat=True))
    last = max(plan.items.values_list("place", flat=True), default=0)
    made = []
    for n, weakness in enumerate((one for one in weaknesses if one.pk not in answered), 1):
        row = from_item(_answer(weakness, plan.edition), plan, last + GAP * n)
        row.save()
        row.weaknesses.add(weakness)
        made.append(row)
    plan.item_count = plan.items.filter(removed_at=None).count()
    plan.save(update_fields=["item_count"])
    if made:
        plan_weaknesses(plan.unit, list(weaknesses), by=by, at=at)
    return made


def _answer(weakness: Weakness, edition: str) -> Item:
    """An empty item for a weakness; where the edition changed, its criterion is proposed and marked so."""
    code, mark = weakness.criterion, None
    if weakness.edition != edition:
        code = _proposed(weakness, edition)
        mark = decide(f"xác nhận tiêu chí; điểm yếu này thuộc tiêu chí {weakness.criterion} của bộ tiêu chuẩn cũ")
    criterion = load_framework(edition).criterion(code) if code else None
    return Item(
        standard=int(code.partition(".")[0]) if code else None,
        criterion=code or None,
        criterion_title=criterion.title if criterion else None,
        weakness=weakness.text,
        note=mark,
    )


def _proposed(weakness: Weakness, edition: str) -> str:
    try:
        found = [one.code for one in crosswalk(weakness.edition, weakness.criterion) if one.framework == edition]
    except CannotFindFramework:
        return ""
    return found[0] if found else ""


def _rank(code: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split(".")) if code else (99,)
