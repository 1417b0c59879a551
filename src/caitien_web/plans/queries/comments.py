"""The comments on a plan, with their answers and counts."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from caitien_web.plans.models import Comment, PlanItem, SchoolPlan


@dataclass(frozen=True, slots=True)
class Consultation:
    """The comments in the order of the plan: on the whole first, then item by item."""

    comments: list[Comment]

    @property
    def taken_up(self) -> int:
        return sum(1 for comment in self.comments if comment.taken_up is True)

    @property
    def not_taken_up(self) -> int:
        return sum(1 for comment in self.comments if comment.taken_up is False)

    @property
    def open(self) -> int:
        return sum(1 for comment in self.comments if comment.answered_at is None)

    @property
    def people(self) -> int:
        """How many persons commented."""
        return len({comment.by_id for comment in self.comments})


def consultation_of(plan: SchoolPlan, *, only_by: Any = None) -> Consultation:
    """All comments on the plan, or those of one user. One query, whatever their number."""
    found = Comment.objects.of(plan.unit).filter(plan=plan).select_related("item", "by__person", "answered_by__person")
    if only_by is not None:
        found = found.filter(by=only_by)
    return Consultation(sorted(found, key=lambda comment: (comment.item.place if comment.item else -1, comment.at)))


def get_comment(plan: SchoolPlan, key: object) -> Comment:
    """A comment on the plan, 404 where there is none."""
    found = Comment.objects.of(plan.unit).filter(plan=plan, pk=key).select_related("by__person", "item").first()
    if found is None:
        raise Http404("Không có góp ý này.")
    found.plan = plan
    return found


def items_to_comment(plan: SchoolPlan) -> list[PlanItem]:
    """The items of the plan in their order. One query."""
    return plan.rows()
