"""A file on its way in, as the pages show it: what was read beside the original, with the doubts at their cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz

from caitien.frameworks import CannotFindFramework, framework_for
from caitien.layouts.columns import PLAN_COLUMNS
from caitien.layouts.forms import form_by_id
from caitien.plan import Plan, from_json
from caitien.vietnamese.fold import fold
from caitien_web.plans.convert import years_of
from caitien_web.plans.models import ITEM_TEXTS, ImportState, PlanImport
from caitien_web.plans.pictures import has_printed_pages
from caitien_web.plans.queries.standards import criteria_by_standard
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
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # (standard, its (code, words)) to choose from

    @property
    def doubtful(self) -> bool:
        return any(not doubt.get("settled") for _, doubt in self.doubts)

    @property
    def is_unknown(self) -> bool:
        """Does it name something that is not among the choices?"""
        return bool(self.text) and all(self.text != code for _, own in self.choices for code, _ in own)

    @property
    def lines(self) -> int:
        return max(1, min(12, sum(1 + len(line) // 46 for line in self.text.splitlines())))


@dataclass(frozen=True, slots=True)
class RowShown:
    number: int
    item: int
    cells: tuple[CellShown, ...]
    doubts: tuple[tuple[int, dict[str, Any]], ...] = ()
    criterion: str = ""

    @property
    def doubtful(self) -> bool:
        return any(not doubt.get("settled") for _, doubt in self.doubts) or any(cell.doubtful for cell in self.cells)

    @property
    def longest(self) -> str:
        """The cell that most likely holds two things: the one with most lines."""
        return max(self.cells, key=lambda cell: (cell.text.count("\n"), len(cell.text))).field


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
    undo: str = ""  # what the next undoing takes back

    @property
    def first_open(self) -> str:
        """Where on the page the first doubt stands that nobody has settled."""
        groups = (group for row in self.rows for group in (*(cell.doubts for cell in row.cells), row.doubts))
        in_rows = (one for group in groups for one in group)
        return next((f"nghi-ngo-{n}" for n, doubt in (*self.general, *in_rows) if not doubt.get("settled")), "")


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
    """Files that an authority sent together and that are not dropped, the last sent first, then by name.

    `heavy` with what was read.
    """
    found = PlanImport.objects.of(unit).exclude(batch=None).exclude(state=ImportState.DROPPED)
    found = found.select_related("unit", "school", "plan").order_by("-at", "name")
    return list((found if heavy else found.defer(*HEAVY))[:500])


def twins_in(rows: list[PlanImport]) -> dict[UUID, str]:
    """Files that were sent before under another name, by key: the name of the first one."""
    first: dict[tuple[UUID | None, str], PlanImport] = {}
    return {
        row.pk: first[row.batch, row.sha256].name
        for row in rows
        if first.setdefault((row.batch, row.sha256), row) is not row
    }


def schools_below(unit: Unit) -> list[Unit]:
    """The schools at and below a unit that are open, by name."""
    return list(Unit.objects.filter(path__within=unit.path, kind=UnitKind.SCHOOL, closed_on=None))


def review_of(imported: PlanImport) -> Review:
    """What was read from the file, row by row, ready to be held against the original."""
    plan = from_json(imported.data)
    sheet = _Sheet(plan, imported)
    return Review(
        plan=plan,
        rows=tuple(sheet.row(index) for index in range(len(plan.items))),
        general=tuple((n, doubt) for n, doubt in sheet.doubts if (doubt.get("place") or {}).get("item") is None),
        years=years_of(plan),
        other_school=other_school(plan, imported.target),
        pages=_pages(imported),
        may_be_drawn=has_printed_pages(imported),
        open_doubts=sum(1 for _, doubt in sheet.doubts if not doubt.get("settled")),
        undo=imported.undo[0]["words"] if imported.undo else "",
    )


def saved_cells(imported: PlanImport, item: int, name: str) -> list[CellShown]:
    """A cell again after it was corrected, and the one that follows it: the criterion's title."""
    sheet = _Sheet(from_json(imported.data), imported)
    also = [one for one in ("criterion_title",) if name == "criterion" and one in sheet.shown]
    return [sheet.cell(item, one) for one in (name, *also)]


def edition_for(imported: PlanImport) -> str:
    """The edition that the document follows; where it does not say, the one in force in its years, or the unit's."""
    plan = from_json(imported.data)
    years = years_of(plan)
    if plan.framework or not years:
        return plan.framework or imported.target.edition
    try:
        return framework_for(imported.target.level, on=date(years[0], 9, 1)).id
    except CannotFindFramework:
        return imported.target.edition


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


class _Sheet:
    """The rows of a draft as they are shown: which cells, under which headings, with which doubts and choices."""

    def __init__(self, plan: Plan, imported: PlanImport) -> None:
        self.plan, self.positions = plan, imported.positions
        self.doubts = list(enumerate(imported.doubts))
        form = form_by_id(plan.form or "")
        self.headings = HEADINGS | (form.headings if form else {})
        own = set(form.fields) if form else set()
        filled = {name for name in ITEM_TEXTS for item in plan.items if getattr(item, name)}
        self.shown = [name for name in ITEM_TEXTS if name in own | filled | {"criterion"}]
        self.choices = criteria_by_standard(edition_for(imported))

    def row(self, index: int) -> RowShown:
        cells = tuple(self.cell(index, name) for name in self.shown)
        rest = tuple(self._doubts_at(index, lambda field: field not in self.shown))
        return RowShown(index + 1, index, cells, rest, self.plan.items[index].criterion or "")

    def cell(self, index: int, name: str) -> CellShown:
        value = getattr(self.plan.items[index], name)
        text = "\n".join(value) if isinstance(value, tuple) else value or ""
        return CellShown(
            name,
            self.headings.get(name, name),
            text,
            index,
            place_key(self.positions.get(f"items.{index}.{name}")),
            tuple(self._doubts_at(index, lambda field: field == name)),
            self.choices if name == "criterion" else (),
        )

    def _doubts_at(self, index: int, wanted: Callable[[Any], bool]) -> Iterator[tuple[int, dict[str, Any]]]:
        for number, doubt in self.doubts:
            place = doubt.get("place") or {}
            if place.get("item") == index and wanted(place.get("field")):
                yield number, doubt


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
