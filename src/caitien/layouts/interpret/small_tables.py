"""The two small tables of TT57's form: problems (part IV) and follow-up (part VI)."""

from collections.abc import Iterable

from caitien.layouts.interpret.codes import find_standard, read_criterion_cell
from caitien.layouts.interpret.grid import Grid, GridRow
from caitien.plan import Problem, Review
from caitien.vietnamese.normalise import squeeze


def problems_in(grids: Iterable[Grid]) -> tuple[Problem, ...]:
    """One value a row; a blank standard or criterion is taken from the row above that it is merged with."""
    problems: list[Problem] = []
    standard: int | None = None
    for row in (row for grid in grids if grid.head.kind == "problems" for row in grid.rows):
        if row.band is not None:
            standard = find_standard(row.band) or standard
            continue
        criterion = _criterion(row)
        standard = _standard(row, criterion) or standard
        if any(name in row.values for name in ("current_state", "limitation", "cause")):
            problems.append(
                Problem(standard, criterion, _text(row, "current_state"), _text(row, "limitation"), _text(row, "cause"))
            )
    return tuple(problems)


def reviews_in(grids: Iterable[Grid]) -> tuple[Review, ...]:
    """One value a row of the follow-up table."""
    rows = (row for grid in grids if grid.head.kind == "reviews" for row in grid.rows if row.band is None)
    names = ("when", "content", "result", "adjustment", "reviewer")
    return tuple(Review(*(_text(row, name) for name in names)) for row in rows if set(row.values) & set(names))


def _criterion(row: GridRow) -> str | None:
    text = _text(row, "criterion") or _text(row, "standard_criterion")
    return read_criterion_cell(text).code if text else None


def _standard(row: GridRow, criterion: str | None) -> int | None:
    if criterion:
        return int(criterion.split(".")[0])
    text = _text(row, "standard") or _text(row, "standard_criterion")
    if not text:
        return None
    number = find_standard(text)
    return number or (int(text[0]) if text[0].isdigit() and not text[1:2].isdigit() else None)


def _text(row: GridRow, name: str) -> str | None:
    value = row.values.get(name)
    text = squeeze(value.text).strip(" -–_….") if value else ""
    return squeeze(value.text) if value and text else None
