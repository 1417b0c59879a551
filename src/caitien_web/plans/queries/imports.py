"""A file on its way in, as the pages show it: what was read beside the original, with the doubts at their cells."""

from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from caitien.layouts.columns import PLAN_COLUMNS
from caitien.layouts.forms import form_by_id
from caitien.plan import Item, Plan, from_json
from caitien.vietnamese.fold import fold
from caitien_web.plans.convert import years_of
from caitien_web.plans.models import ITEM_TEXTS, ImportState, PlanImport
from caitien_web.plans.pictures import has_printed_pages
from caitien_web.tenancy.models import Unit, UnitKind

HEAVY = ("data", "doubts", "positions", "original", "undo")
HEADINGS = {column.field: column.headings[0] for column in PLAN_COLUMNS}
ALIKE = 85  # likeness of two folded names of schools from which they are the same school
_STEPS = {"page": "g", "table": "t", "row": "r", "column": "c", "paragraph": "p", "line": "l"}


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell to be held against the original: `place` is the same key as at the original's place."""

    field: str
    label: str
    text: str
    item: int
    place: str = ""
    doubts: tuple[tuple[int, dict[str, Any]], ...] = ()

    @property
    def doubtful(self) -> bool:
        return any(not doubt.get("settled") for _, doubt in self.doubts)

    @property
    def lines(self) -> int:
        return max(1, min(12, sum(1 + len(line) // 46 for line in self.text.splitlines())))


@dataclass(frozen=True, slots=True)
class RowShown:
    number: int
    item: int
    cells: tuple[CellShown, ...]
    doubts: tuple[tuple[int, dict[str, Any]], ...] = ()

    @property
    def doubtful(self) -> bool:
        return any(not doubt.get("settled") for _, doubt in self.doubts) or any(cell.doubtful for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Review:
    """All that the review page shows."""

    plan: Plan
    rows: tuple[RowShown, ...]
    general: tuple[tuple[int, dict[str, Any]], ...]
    years: tuple[int, int] | None
    other_school: str
    pages: tuple["PageShown", ...] = ()
    may_be_drawn: bool = False
    open_doubts: int = 0


@dataclass(frozen=True, slots=True)
class PageShown:
    """A drawn page with the boxes of the cells read from it, in thousandths of its size."""

    number: int
    boxes: list[tuple[str, int, int, int, int]] = field(default_factory=list)


def imports_open(unit: Unit) -> list[PlanImport]:
    """Files brought in and neither confirmed nor dropped, newest first."""
    closed = (ImportState.CONFIRMED, ImportState.DROPPED)
    found = PlanImport.objects.of(unit).filter(batch=None).exclude(state__in=closed)
    return list(found.select_related("by__person").defer(*HEAVY)[:50])


def in_batches(unit: Unit, *, heavy: bool = False) -> list[PlanImport]:
    """Files that an authority sent together and that are not dropped, the newest first; `heavy` with what was read."""
    found = PlanImport.objects.of(unit).exclude(batch=None).exclude(state=ImportState.DROPPED)
    found = found.select_related("unit", "school", "plan")
    return list((found if heavy else found.defer(*HEAVY))[:500])


def schools_below(unit: Unit) -> list[Unit]:
    """The schools at and below a unit that are open, by name."""
    return list(Unit.objects.filter(path__within=unit.path, kind=UnitKind.SCHOOL, closed_on=None))


def review_of(imported: PlanImport) -> Review:
    """What was read from the file, row by row, ready to be held against the original."""
    plan = from_json(imported.data)
    doubts = list(enumerate(imported.doubts))
    shown = _fields(plan)
    headings = _headings(plan)
    rows = tuple(
        _row(index, item, shown, imported.positions, doubts, headings) for index, item in enumerate(plan.items)
    )
    return Review(
        plan=plan,
        rows=rows,
        general=tuple((n, doubt) for n, doubt in doubts if (doubt.get("place") or {}).get("item") is None),
        years=years_of(plan),
        other_school=other_school(plan, imported.target),
        pages=_pages(imported),
        may_be_drawn=has_printed_pages(imported),
        open_doubts=sum(1 for _, doubt in doubts if not doubt.get("settled")),
    )


def cell_of(imported: PlanImport, item: int, name: str) -> CellShown:
    """One cell again, after it was corrected."""
    plan = from_json(imported.data)
    return _cell(item, plan.items[item], name, imported.positions, list(enumerate(imported.doubts)), _headings(plan))


def other_school(plan: Plan, unit: Unit) -> str:
    """The name of the school in the document where it is not the unit's own; else ""."""
    name = plan.school.name or ""
    if not name or not unit.is_school:
        return ""
    return "" if fuzz.token_set_ratio(fold(name), fold(unit.name)) >= ALIKE else name


def place_key(place: dict[str, Any] | None) -> str:
    """A position as one word: the same for a value and for the place in the original that it was read from."""
    return "".join(f"{sign}{place[step]}" for step, sign in _STEPS.items() if place and place.get(step) is not None)


def original_of(imported: PlanImport) -> list[dict[str, Any]]:
    """The original's own text by blocks, each place with its key."""
    return [_keyed(block) for block in imported.original or ()]


def _keyed(block: dict[str, Any]) -> dict[str, Any]:
    if "rows" not in block:
        return block | {"key": place_key(block.get("place"))}
    rows = [[cell | {"key": place_key(cell.get("place"))} for cell in row] for row in block["rows"]]
    return block | {"rows": rows}


def _fields(plan: Plan) -> list[str]:
    """The cells worth showing: those of the plan's form, and any that hold something."""
    form = form_by_id(plan.form or "")
    own = set(form.fields) if form else set()
    filled = {name for name in ITEM_TEXTS for item in plan.items if getattr(item, name)}
    always = {"criterion", "criterion_title"} if own else {"criterion"}
    return [name for name in ITEM_TEXTS if name in own | filled | always]


def _headings(plan: Plan) -> dict[str, str]:
    form = form_by_id(plan.form or "")
    return HEADINGS | (form.headings if form else {})


def _row(index: int, item: Item, shown: list[str], positions: Any, doubts: Any, headings: dict[str, str]) -> RowShown:
    cells = tuple(_cell(index, item, name, positions, doubts, headings) for name in shown)
    told = {cell.field for cell in cells}
    rest = tuple(
        (n, doubt)
        for n, doubt in doubts
        if (place := doubt.get("place") or {}).get("item") == index and place.get("field") not in told
    )
    return RowShown(index + 1, index, cells, rest)


def _cell(index: int, item: Item, name: str, positions: Any, doubts: Any, headings: dict[str, str]) -> CellShown:
    value = getattr(item, name)
    text = "\n".join(value) if isinstance(value, tuple) else value or ""
    own = tuple(
        (n, doubt)
        for n, doubt in doubts
        if (place := doubt.get("place") or {}).get("item") == index and place.get("field") == name
    )
    return CellShown(
        name, headings.get(name, name), text, index, place_key(positions.get(f"items.{index}.{name}")), own
    )


def _pages(imported: PlanImport) -> tuple[PageShown, ...]:
    pages = {number: PageShown(number) for number in range(1, imported.pictures + 1)}
    seen: set[str] = set()
    for place in imported.positions.values():
        drawn = place.get("drawn") or place
        key, box, page = place_key(place), drawn.get("box"), pages.get(drawn.get("page") or 1)
        if box and page and key not in seen:
            seen.add(key)
            left, top, right, bottom = box
            page.boxes.append((key, left, top, right - left, bottom - top))
    return tuple(pages.values())
