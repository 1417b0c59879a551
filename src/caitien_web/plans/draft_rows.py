"""The rows of a plan on its way in, each with the places and doubts that are its own; and the way back.

Whatever changes rows goes through `put_in`, which remembers what stood there before: so everything can be undone, the
last thing first, and undoing one thing never touches other rows.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from caitien.plan import Item, Plan, from_json, to_json
from caitien_web.plans.models import PlanImport
from caitien_web.plans.problem_links import proposed_links

MOST_UNDONE = 60
PROPOSED = "criterion-proposed"
_BLANK = to_json(Plan())


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row as JSON by the contract, with the places of its cells by field, and its doubts."""

    item: dict[str, Any]
    places: dict[str, Any] = field(default_factory=dict)
    doubts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def value(self) -> Item:
        return from_json(_BLANK | {"items": [self.item]}).items[0]


def as_data(item: Item) -> dict[str, Any]:
    """An item as JSON by the contract."""
    made: dict[str, Any] = to_json(Plan(items=(item,)))["items"][0]
    return made


def items_in(imported: PlanImport) -> list[dict[str, Any]]:
    """The items of a draft, as JSON by the contract; none before it was read."""
    items: list[dict[str, Any]] = (imported.data or {}).get("items", [])
    return items


def rows_of(imported: PlanImport) -> list[DraftRow]:
    """All rows in their order."""
    rows = [DraftRow(item) for item in items_in(imported)]
    for path, place in imported.positions.items():
        part, _, rest = path.partition(".")
        number, _, name = rest.partition(".")
        if part == "items" and int(number) < len(rows):
            rows[int(number)].places[name] = place
    for doubt in imported.doubts:
        if (number := _row_of(doubt)) is not None and number < len(rows):
            rows[number].doubts.append(doubt)
    return rows


def lay_rows(imported: PlanImport, rows: Sequence[DraftRow]) -> None:
    """Write the rows into the draft, with their places and doubts; the doubts about no row come first. Not saved."""
    imported.data = (imported.data or {}) | {"items": [row.item for row in rows]}
    other = {path: place for path, place in imported.positions.items() if not path.startswith("items.")}
    own = {f"items.{n}.{name}": place for n, row in enumerate(rows) for name, place in row.places.items()}
    imported.positions = other | own
    general = [doubt for doubt in imported.doubts if _row_of(doubt) is None]
    imported.doubts = general + [_at_row(doubt, n) for n, row in enumerate(rows) for doubt in row.doubts]


def put_in(imported: PlanImport, at: int, took: int, rows: Sequence[DraftRow], *, words: str) -> None:
    """Put rows where `took` rows stood from `at` on; `words` say what can be undone. Not saved."""
    before = rows_of(imported)
    step = {"words": words, "at": at, "took": len(rows), "put": [asdict(row) for row in before[at : at + took]]}
    imported.undo = [step, *imported.undo][:MOST_UNDONE]
    lay_rows(imported, [*before[:at], *rows, *before[at + took :]])


def take_back(imported: PlanImport) -> dict[str, Any] | None:
    """Undo the last thing that was done to the rows; the step undone, None where there is none. Not saved."""
    if not imported.undo:
        return None
    step: dict[str, Any]
    step, *imported.undo = imported.undo
    rows, at = rows_of(imported), step["at"]
    lay_rows(imported, [*rows[:at], *(DraftRow(**row) for row in step["put"]), *rows[at + step["took"] :]])
    return step


def propose_criteria(imported: PlanImport) -> None:
    """Fill in the criteria that only the problem table names, each marked doubtful until somebody agrees. Not saved."""
    rows = rows_of(imported)
    for link in proposed_links(from_json(imported.data)):
        row = rows[link.item]
        standard = int(link.criterion.partition(".")[0])
        doubt = {
            "code": "",
            "name": PROPOSED,
            "severity": "warning",
            "message": f"Bảng này không ghi tiêu chí. Phần mềm đề xuất tiêu chí {link.criterion} vì {link.why}.",
            "hint": "Chọn tiêu chí khác nếu chưa đúng.",
            "place": {"item": link.item, "field": "criterion", "criterion": link.criterion},
        }
        filled = row.item | {"criterion": link.criterion, "standard": standard}
        rows[link.item] = replace(row, item=filled, doubts=[*row.doubts, doubt])
    lay_rows(imported, rows)


def without_proposals(imported: PlanImport) -> dict[str, Any]:
    """The plan as JSON without the criteria that were proposed and that nobody has agreed to."""
    rows = rows_of(imported)
    items = [
        row.item | {"criterion": None, "standard": None} if any(map(_is_open_proposal, row.doubts)) else row.item
        for row in rows
    ]
    return (imported.data or {}) | {"items": items}


def _is_open_proposal(doubt: dict[str, Any]) -> bool:
    return doubt.get("name") == PROPOSED and not doubt.get("settled")


def _row_of(doubt: dict[str, Any]) -> int | None:
    number: int | None = (doubt.get("place") or {}).get("item")
    return number


def _at_row(doubt: dict[str, Any], number: int) -> dict[str, Any]:
    return doubt | {"place": doubt["place"] | {"item": number}}
