"""Standards and criteria by the titles of the plan's own edition."""

from caitien.frameworks.load import CannotFindFramework, load_framework
from caitien.frameworks.model import Framework
from caitien.plan import Item, Plan


def edition(plan: Plan) -> Framework | None:
    """The edition that the plan names; None where it names none that is known."""
    try:
        return load_framework(plan.framework) if plan.framework else None
    except CannotFindFramework:
        return None


def standards(plan: Plan) -> list[tuple[int, str]]:
    """Number and name ("Tiêu chuẩn 2: …") of each standard of the edition, and of those that only items name."""
    known = edition(plan)
    titles = {standard.number: f": {standard.title}" for standard in (known.standards if known else ())}
    numbers = sorted({*titles, *(number for item in plan.items if (number := standard_of(item)) is not None)})
    return [(number, f"Tiêu chuẩn {number}{titles.get(number, '')}") for number in numbers]


def standard_of(item: Item) -> int | None:
    """The standard that an item belongs to, by its criterion where it has one."""
    if item.criterion and item.criterion.split(".")[0].isdigit():
        return int(item.criterion.split(".")[0])
    return item.standard


def criterion_name(plan: Plan, code: str) -> str:
    """ "1.2: Hội đồng trường", or the code alone where the edition does not know it."""
    known = edition(plan)
    criteria = known.criteria if known else ()
    title = next((criterion.title for criterion in criteria if criterion.code == code), None)
    return f"{code}: {title}" if title else code
