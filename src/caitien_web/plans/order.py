"""The rows of a plan in the order of its form, and in which of them one may stand above another."""

from collections.abc import Iterable

from caitien_web.plans.models import PlanItem

GAP = 1000  # between the places of two rows, so that rows can be put between them
BY_STANDARD = "cv5932"  # the forms that sort rows under a band for each standard


def in_form_order(form: str, rows: Iterable[PlanItem]) -> list[PlanItem]:
    """The rows as the official document lays them; `form` is an id of the library's forms."""
    ordered = sorted(rows, key=lambda row: (row.place, str(row.pk)))
    return sorted(ordered, key=_under_standard) if form.startswith(BY_STANDARD) else ordered


def standard_of_row(row: PlanItem) -> int | None:
    """The standard a row belongs to, by its criterion where it names one."""
    head = row.criterion.partition(".")[0]
    return int(head) if head.isdigit() else row.standard


def _under_standard(row: PlanItem) -> tuple[int, bool]:
    standard = standard_of_row(row)
    return (-1 if standard is None else standard), bool(row.criterion)


def may_swap(form: str, one: PlanItem, other: PlanItem) -> bool:
    """May two neighbours change places, or does the form hold them apart?"""
    return not form.startswith(BY_STANDARD) or _under_standard(one) == _under_standard(other)
