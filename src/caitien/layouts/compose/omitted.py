"""What a plan says and a form has no room for."""

from collections.abc import Iterator

from caitien.layouts.compose.cells import cell_text
from caitien.layouts.compose.standards import standard_of
from caitien.layouts.compose.texts import clean
from caitien.layouts.compose.tt57 import problems_of_items
from caitien.layouts.forms import Form
from caitien.plan import Item, Plan
from caitien.vietnamese.money import funding_source_in

_FIELDS = (
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
    return (*by_item, *_small_tables(plan, form))


def _without_room(plan: Plan, item: Item, form: Form) -> Iterator[str]:
    shown = _shown(plan, item, form)
    for name in _FIELDS:
        told = getattr(item, name) if name == "funding_source" else cell_text(item, name)
        if name == "solution" and not item.solution:
            continue
        if told and name not in shown:
            yield name


def _shown(plan: Plan, item: Item, form: Form) -> set[str]:
    """The fields of an item that the form's row holds, in a column of theirs or in another's."""
    shown = set(form.fields)
    if "standard_criterion" in shown:
        shown |= {"criterion", "criterion_title"} | ({"weakness"} if item.criterion else set())
    elif "criterion" in shown:
        shown.add("criterion_title")
    if not item.solution and "solution" in shown:
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
    return ({"criterion"} if mine else set()) | ({"weakness"} if weak else set())


def _small_tables(plan: Plan, form: Form) -> Iterator[str]:
    if not form.id.startswith("tt57"):
        yield from (name for name in ("problems", "reviews") if getattr(plan, name))
