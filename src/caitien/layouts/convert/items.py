"""An item of an old plan → the item of the new form, with its origin and every open decision said in its cells."""

import re
from dataclasses import dataclass, replace
from datetime import date

from caitien.frameworks.load import CannotFindFramework, load_framework
from caitien.frameworks.model import Framework
from caitien.frameworks.successors import Counterpart, crosswalk
from caitien.layouts.convert.marks import decide, lines, missing, origin
from caitien.layouts.convert.terms import ONE_OFF, moved
from caitien.plan import Item, Plan, Problem
from caitien.vietnamese.fold import fold
from caitien.vietnamese.years import say_years

_FINISHED = re.compile(r"(da )?(hoan thanh|thuc hien xong|xong|dat)\b|100 ?%|(da )?(thuc hien|lam) xong")
_UNFINISHED = re.compile(r"chua|dang|mot phan|khong|can |(?<!\d)(\d{1,2}) ?%|tiep tuc")
_ROUND = str.maketrans("[]", "()")  # within a mark
_LEVEL = re.compile(r"\bmức\s*(?:độ\s*)?[1-4]\b", re.I)


@dataclass(frozen=True, slots=True)
class Carried:
    """A new item with the row of the problem table that belongs to it; `code` is its proposed criterion."""

    item: Item
    problem: Problem
    code: str | None


def is_finished(item: Item) -> bool:
    """Whether the plan itself says that the work is done; what it does not say is not done."""
    progress = fold(item.progress or "")
    return bool(_FINISHED.search(progress)) and not _UNFINISHED.search(progress)


def carry(item: Item, old: Plan, target: Framework, years: tuple[int, int], on: date) -> Carried:
    """The item in the new form. Results and levels are not carried over; every text of the old item is."""
    item = moved(item, years, on)
    found = _counterparts(item, old, target)
    code = found[0].code if found else None
    criterion = target.criterion(code) if code else None
    standard = int(code.split(".")[0]) if code else None
    new = replace(
        item,
        standard=standard,
        criterion=code,
        criterion_title=criterion.title if criterion else None,
        improvement=_improvement(item, old, found, target),
        target_result=_target(item),
        task=None,
        solution=_solution(item),
        indicators=item.indicators or missing("indicators"),
        owner_text=item.owner_text or (None if item.owners else missing("owner_text")),
        time_text=_time(item),
        resources=_resources(item),
        evidence_outputs=item.evidence_outputs or (missing("evidence_outputs"),),
        progress=item.progress or missing("progress"),
        budget_text=None,
        budget_vnd=None,
        funding_source=None,
        support_conditions=None,
        note=None,
    )
    return Carried(new, _problem(item, old, standard, code), code)


def _counterparts(item: Item, old: Plan, target: Framework) -> tuple[Counterpart, ...]:
    if not item.criterion or not old.framework:
        return ()
    try:
        found = crosswalk(old.framework, item.criterion)
    except CannotFindFramework:
        return ()
    return tuple(one for one in found if one.framework == target.id)


def _improvement(item: Item, old: Plan, found: tuple[Counterpart, ...], target: Framework) -> str | None:
    """What is to be improved in the old plan's own words, where it comes from, and the criterion to be confirmed."""
    said = item.improvement or (item.task if item.solution else None) or item.criterion_title
    return lines(
        said or missing("improvement"),
        origin(_origin(item, old)),
        _choice(item, found, target),
        decide(f"giữ hay bỏ ghi chú của kế hoạch cũ “{item.note.translate(_ROUND)}”") if item.note else None,
    )


def _origin(item: Item, old: Plan) -> str:
    number = f" số {old.document.number}" if old.document.number and not old.document.number_is_blank else ""
    return f"{_old_criterion(item, old)}, kế hoạch{number}{_years(old)}"


def _old_criterion(item: Item, old: Plan) -> str:
    """ "tiêu chí 1.6 “Quản lý hành chính …” của Thông tư 18/2018/TT-BGDĐT"."""
    if not item.criterion:
        return "mục không ghi tiêu chí"
    edition = load_framework(old.framework) if old.framework else None
    known = edition.criterion(item.criterion) if edition else None
    title = f" “{known.title}”" if known else ""
    return f"tiêu chí {item.criterion}{title}" + (f" của Thông tư {edition.document.number}" if edition else "")


def _years(old: Plan) -> str:
    period = old.document.period
    if old.document.school_year:
        return f" năm học {say_years(old.document.school_year)}"
    return f" giai đoạn {period.from_year} - {period.to_year}" if period else ""


def _choice(item: Item, found: tuple[Counterpart, ...], target: Framework) -> str:
    if not found:
        return decide(
            f"tiêu chí của {target.document.name}; chưa có đề xuất cho tiêu chí cũ này, có thể không còn phù hợp"
        )
    first, *others = found
    criterion = target.criterion(first.code)
    title = f" “{criterion.title}”" if criterion else ""
    also = "".join(f", {one.code}{f' ({one.note})' if one.note else ''}" for one in others)
    note = f" ({first.note})" if first.note else ""
    return decide(f"xác nhận tiêu chí {first.code}{title}{note}{f'; hoặc{also[1:]}' if also else ''}")


def _target(item: Item) -> str:
    if not item.target_result:
        return missing("target_result")
    if not _LEVEL.search(item.target_result):
        return item.target_result
    mark = decide("mức của bộ tiêu chuẩn cũ không quy đổi sang mức mới; ghi mức cần đạt theo tiêu chí mới")
    return f"{item.target_result}\n{mark}"


def _solution(item: Item) -> str:
    """The solution, below the task where the task stands nowhere else."""
    apart = item.task if item.task and item.improvement and item.solution else None
    return lines(apart, item.solution or item.task) or missing("solution")


def _time(item: Item) -> str | None:
    if item.time_text or item.start or item.end or item.recurrence not in ONE_OFF:
        return item.time_text
    return missing("time_text")


def _resources(item: Item) -> str:
    """Money, its source and other conditions, which the new form asks for in one column."""
    money = item.budget_text or (f"{item.budget_vnd:,} đồng".replace(",", ".") if item.budget_vnd else None)
    told = lines(
        item.resources,
        f"Kinh phí: {money}" if money else None,
        f"Nguồn: {item.funding_source}" if item.funding_source else None,
        f"Điều kiện: {item.support_conditions}" if item.support_conditions else None,
    )
    return told or missing("resources")


def _problem(item: Item, old: Plan, standard: int | None, code: str | None) -> Problem:
    """The row of the problem table with the item's number; an old problem of the criterion gives its words."""
    told = next((one for one in old.problems if one.criterion and one.criterion == item.criterion), Problem())
    again = decide("đánh giá lại hiện trạng theo tiêu chí mới; kết quả cũ không mang sang")
    return Problem(
        standard,
        code,
        lines(told.current_state, again) if told.current_state else missing("current_state"),
        item.weakness or told.limitation or missing("limitation"),
        told.cause or missing("cause"),
    )
