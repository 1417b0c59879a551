"""What stands beside the table for one row: findings, what the criterion asks, what was understood, suggestions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caitien.checks.explain import entry_named, sections
from caitien.frameworks import Criterion
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.queries.columns import form_of_plan, heading_of
from caitien_web.plans.queries.findings import Mark, marks_of
from caitien_web.plans.queries.parts import Shown
from caitien_web.plans.queries.reading import understood_of_row
from caitien_web.plans.queries.standards import criterion_named, standard_titles
from caitien_web.plans.queries.suggestions import Suggestion, suggestions_for
from caitien_web.plans.queries.table import rows_of


@dataclass(frozen=True, slots=True)
class Explained:
    """A mark with the manual of its check: heading and text of each part.

    `sections`: where it is about marks of the draft, the sections that hold them.
    """

    mark: Mark
    manual: tuple[tuple[str, str], ...]
    sections: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """`field` is the cell the person stands in, `heading` its column's."""

    number: int
    field: str
    heading: str
    criterion: Criterion | None
    standard: str
    findings: tuple[Explained, ...]
    readings: tuple[tuple[str, str], ...]
    suggestions: tuple[Suggestion, ...]
    came_from: PlanItem | None


def panel_of(plan: SchoolPlan, item: PlanItem, field: str = "") -> Panel:
    """The panel of a row: a constant number of queries."""
    items = rows_of(plan)
    here = [mark for mark in marks_of(plan, items) if mark.item and mark.item.pk == item.pk]
    here.sort(key=lambda mark: (mark.set_aside is not None, mark.field != field))
    code = item.criterion
    criterion = criterion_named(plan.edition, code) if code else None
    number = int(code.partition(".")[0]) if criterion else 0
    return Panel(
        number=next((n for n, one in enumerate(items, 1) if one.pk == item.pk), 0),
        field=field,
        heading=heading_of(form_of_plan(plan), field) if field else "",
        criterion=criterion,
        standard=standard_titles(plan.edition).get(number, ""),
        findings=tuple(explained(mark) for mark in here),
        readings=tuple(understood_of_row(item)),
        suggestions=tuple(suggestions_for(plan, item, field)),
        came_from=_came_from(plan, item),
    )


def _came_from(plan: SchoolPlan, item: PlanItem) -> PlanItem | None:
    """The row of the earlier plan that the row goes on from."""
    if item.carried_from_id is None:
        return None
    return PlanItem.objects.of(plan.unit).select_related("plan").filter(pk=item.carried_from_id).first()


def explained(mark: Mark, marked: Mapping[str, Sequence[Shown]] | None = None) -> Explained:
    """A mark with the manual text of its check; `marked`: the sections with marks of the draft, by part."""
    held = (marked or {}).get(mark.finding.place.part, ()) if mark.asks_of_a_part else ()
    return Explained(mark, tuple(sections(entry_named(mark.finding.code)).items()), tuple(held))
