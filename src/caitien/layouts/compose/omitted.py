"""What a plan says and a form has no room for."""

from collections.abc import Iterator

from caitien.layouts.columns import PLAN_COLUMNS
from caitien.layouts.compose.cells import cell_text, holds_both
from caitien.layouts.compose.standards import standard_of
from caitien.layouts.compose.tt57 import problems_of_items
from caitien.layouts.forms import Form
from caitien.layouts.paper.texts import clean
from caitien.plan import Item, Plan
from caitien.vietnamese.money import funding_source_in

_NAMES = {
    "problems": "bảng các vấn đề trọng tâm",
    "reviews": "bảng theo dõi, đánh giá",
    "ownership": "loại hình của trường",
    "address": "địa chỉ của trường",
}
_FIELDS = (
    "standard",
    "criterion",
    "criterion_title",
    "weakness",
    "improvement",
    "target_result",
    "task",
    "solution",
    "indicators",
    "owner_text",
    "time_text",
    "budget_text",
    "funding_source",
    "support_conditions",
    "resources",
    "evidence_outputs",
    "progress",
    "note",
)


def omitted(plan: Plan, form: Form) -> tuple[str, ...]:
    """The paths in the plan's JSON of all texts that do not stand in the document: "items.3.weakness", "problems"."""
    by_item = (f"items.{at}.{name}" for at, item in enumerate(plan.items) for name in _without_room(plan, item, form))
    return (*by_item, *_of_circular_57(plan, form))


def _without_room(plan: Plan, item: Item, form: Form) -> Iterator[str]:
    shown = _shown(plan, item, form)
    for name in _FIELDS:
        if name not in shown and _tells(item, name):
            yield name


def _tells(item: Item, field: str) -> bool:
    """Whether the item says this of its own; a criterion's code says its standard too."""
    if field == "standard":
        return item.standard is not None and not item.criterion
    if field in ("owner_text", "time_text", "budget_text"):
        return bool(cell_text(item, field))
    return bool(getattr(item, field))


def _shown(plan: Plan, item: Item, form: Form) -> set[str]:
    """The fields of an item that the form's row holds, in a column of theirs or in another's."""
    shown = set(form.fields)
    if "standard_criterion" in shown:
        shown |= {"standard", "criterion", "criterion_title"} | ({"weakness"} if item.criterion else set())
    elif "criterion" in shown:
        shown.add("criterion_title")
    if "solution" in shown:
        shown.add("task")
    if "note" in shown and item.funding_source == funding_source_in(clean(item.note)):
        shown.add("funding_source")
    if not shown & {"standard_criterion", "criterion"}:
        shown |= _shown_as_problem(plan, item)
    return shown


def _shown_as_problem(plan: Plan, item: Item) -> set[str]:
    rows = plan.problems or problems_of_items(plan)
    mine = [row for row in rows if row.standard == standard_of(item) and row.criterion == item.criterion]
    weak = any(clean(row.limitation) == clean(item.weakness) for row in mine)
    return ({"standard", "criterion"} if mine else set()) | ({"weakness"} if weak else set())


def merged_tasks(plan: Plan, form: Form) -> list[str]:
    """A sentence on the items whose task stands in the cell of the solution, for want of a column."""
    if "task" in form.fields or "solution" not in form.fields:
        return []
    numbers = [at for at, item in enumerate(plan.items, 1) if holds_both(item)]
    said = f"Biểu mẫu không có cột nhiệm vụ; nhiệm vụ được ghi trước giải pháp, trong cùng một ô{_listed(numbers)}."
    return [said] if numbers else []


def describe(paths: tuple[str, ...]) -> list[str]:
    """What was left out in words, a line for each field: "Biểu mẫu không có chỗ cho “Ghi chú” (mục 2, 5)."."""
    items: dict[str, list[int]] = {}
    for path in paths:
        *where, field = path.split(".")
        items.setdefault(field, []).extend(int(step) + 1 for step in where[1:])
    return [f"Biểu mẫu không có chỗ cho {_named(field)}{_listed(items[field])}." for field in items]


def _named(field: str) -> str:
    return _NAMES.get(field) or f"“{next(column.headings[0] for column in PLAN_COLUMNS if column.field == field)}”"


def _listed(numbers: list[int]) -> str:
    return f" (mục {', '.join(map(str, numbers))})" if numbers else ""


def _of_circular_57(plan: Plan, form: Form) -> Iterator[str]:
    """What only the form of Circular 57/2026 has room for: two particulars of the school, two small tables."""
    if not form.id.startswith("tt57"):
        yield from (f"school.{name}" for name in ("ownership", "address") if getattr(plan.school, name))
        yield from (name for name in ("problems", "reviews") if getattr(plan, name))
