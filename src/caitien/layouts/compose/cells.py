"""The cells of an item's row, by the fields of `layouts.columns`: the plan's own words, else its values in words."""

from collections.abc import Callable, Container

from caitien.layouts.compose.dates import month_text
from caitien.layouts.paper.texts import clean, dashed
from caitien.plan import Item

TASK, SOLUTION = "Nhiệm vụ:", "Giải pháp:"


def cell_text(item: Item, field: str, beside: Container[str] = ()) -> str:
    """What stands in the column of `field`; "" for a column that the item says nothing of.

    `beside`: the fields of all columns of the row; a task without a column of its own stands with the solution.
    """
    if field == "solution" and "task" not in beside:
        return _work(item)
    if field in _WORDED:
        return _WORDED[field](item)
    return clean(getattr(item, field))


def _criterion_in_full(item: Item) -> str:
    """ "Tiêu chí 1.2: Hội đồng trường", and below it the weakness, which these forms have no column for."""
    title, code = clean(item.criterion_title), clean(item.criterion)
    named = f"Tiêu chí {code}: {title}" if code and title else f"Tiêu chí {code}" if code else title
    weakness = f"Điểm yếu: {clean(item.weakness)}" if item.weakness and code else ""
    return "\n".join(text for text in (named, weakness) if text)


def _criterion(item: Item) -> str:
    title, code = clean(item.criterion_title), clean(item.criterion)
    return f"Tiêu chí {code}: {title}" if code and title else code or title


def _owner(item: Item) -> str:
    if item.owner_text:
        return clean(item.owner_text)
    leads, helpers = ", ".join(map(clean, item.owners)), ", ".join(map(clean, item.supporting))
    return f"{leads} phối hợp với {helpers}" if leads and helpers else leads or helpers


def _time(item: Item) -> str:
    if item.time_text:
        return clean(item.time_text)
    start, end = month_text(item.start), month_text(item.end)
    if start and end:
        return start if start == end else f"Từ {start} đến {end}"
    if start:
        return f"Từ {start}"
    return f"Hoàn thành: {end}" if end else _RECURRENCE.get(item.recurrence or "", "")


_RECURRENCE = {
    "monthly": "Hằng tháng",
    "quarterly": "Hằng quý",
    "semester": "Mỗi học kỳ",
    "yearly": "Hằng năm",
    "ongoing": "Thường xuyên",
}


def _budget(item: Item) -> str:
    if item.budget_text or item.budget_vnd is None:
        return clean(item.budget_text)
    return f"{item.budget_vnd:,} đồng".replace(",", ".") if item.budget_vnd else "Không"


def _work(item: Item) -> str:
    """Task and solution in one cell, each named where there are both, as `layouts.interpret` takes them apart again."""
    task, solution = clean(item.task), clean(item.solution)
    return f"{TASK} {task}\n{SOLUTION} {solution}" if holds_both(item) else solution or task


def holds_both(item: Item) -> bool:
    """Whether the item names a task and, in other words, a solution."""
    task, solution = clean(item.task), clean(item.solution)
    return bool(task and solution and task != solution)


_WORDED: dict[str, Callable[[Item], str]] = {
    "standard_criterion": _criterion_in_full,
    "criterion": _criterion,
    "owner_text": _owner,
    "time_text": _time,
    "budget_text": _budget,
    "evidence_outputs": lambda item: dashed(item.evidence_outputs),
}
