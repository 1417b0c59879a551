"""What stands on an authority's first page: numbers, and tables made ready for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from caitien_web.oversight.figures import Sums
from caitien_web.oversight.models import Dimension
from caitien_web.oversight.names import SUM_NAMES, criterion_name, source_name, standard_name
from caitien_web.oversight.queries.figures import (
    Below,
    State,
    Told,
    figures_at,
    schools_by_place,
    states_at,
    units_below,
    years_at,
)
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import PlanState
from caitien_web.tenancy.models import Unit

MOST = 10
Named = list[tuple[str, Sums]]


@dataclass(slots=True)
class Overview:
    """An authority's view of a school year."""

    told: Told
    schools: int
    states: list[tuple[str, str, int]]  # step, words, plans
    errors: int
    warnings: int
    late: int
    below: list[Below]
    weak: Named
    sources: Named
    years: list[tuple[int, Sums]]

    @property
    def with_plan(self) -> int:
        return self.told.whole.schools

    @property
    def without(self) -> int:
        return max(0, self.schools - self.with_plan)


def overview_of(unit: Unit, year: int, *, on: date) -> Overview:
    """Six queries, whatever the number of schools."""
    told = figures_at(unit, year)
    places, schools = schools_by_place(unit)
    states = states_at(unit, year)
    return Overview(
        told=told,
        schools=schools,
        states=[(key, str(PlanState(key).label), states[key].plans) for key in FROM_SUBMISSION if key in states],
        errors=sum(state.errors for state in states.values()),
        warnings=sum(state.warnings for state in states.values()),
        late=told.late(on),
        below=units_below(unit, year, on=on, schools=places),
        weak=most(told, Dimension.CRITERION, by="schools")[:MOST],
        sources=most(told, Dimension.SOURCE, by="amount")[:MOST],
        years=years_at(unit, last=year),
    )


def most(told: Told, dimension: str, *, by: str) -> Named:
    """The keys of a dimension in words, the greatest first."""
    names: dict[Any, Callable[[str], str]] = {
        Dimension.CRITERION: criterion_name,
        Dimension.SOURCE: source_name,
        Dimension.STANDARD: standard_name,
    }
    name = names.get(Dimension(dimension), str)
    rows = sorted(told.by(dimension).items(), key=lambda row: (-getattr(row[1], by), row[0]))
    return [(name(key), sums) for key, sums in rows]


@dataclass(slots=True)
class Statistics:
    """The plans of a school year by standard, criterion, owner, state, source and sum."""

    told: Told
    states: Mapping[str, State]
    tables: list[tuple[str, str, Named]]  # dimension, heading, rows


HEADS = {
    Dimension.STANDARD: "Theo tiêu chuẩn",
    Dimension.CRITERION: "Theo tiêu chí",
    Dimension.OWNER: "Theo người, bộ phận thực hiện",
    Dimension.SOURCE: "Theo nguồn kinh phí",
    Dimension.MONEY: "Theo mức kinh phí",
}


def statistics_of(unit: Unit, year: int, *, drafts: bool) -> Statistics:
    """The figures that the person may see; `drafts` for a school's own people."""
    told = figures_at(unit, year, drafts=drafts)
    tables = []
    for dimension, heading in HEADS.items():
        if dimension == Dimension.MONEY:
            kept = told.by(dimension)
            rows = [(words, kept[key]) for key, words in SUM_NAMES.items() if key in kept]
        elif dimension == Dimension.STANDARD:
            rows = sorted(most(told, dimension, by="items"), key=lambda row: row[0])
        else:
            rows = most(told, dimension, by="amount" if dimension == Dimension.SOURCE else "items")
        tables.append((str(dimension.value), heading, rows))
    return Statistics(told, {} if drafts else states_at(unit, year), tables)
