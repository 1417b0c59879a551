"""What the pages of reviews ask."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from caitien_web.monitoring.models import Review, ReviewResult
from caitien_web.monitoring.queries.account import Account, ItemAccount
from caitien_web.plans.in_force import show_in_force
from caitien_web.plans.models import PlanItem
from caitien_web.tenancy.models import Unit


def reviews_of(unit: Unit) -> QuerySet[Review]:
    """All reviews of a unit, the latest first, with how many items each has something to say of."""
    rows = Review.objects.of(unit).select_related("plan").order_by("-planned_on", "-id")
    return rows.annotate(noted=Count("results", filter=~Q(results__effect="") | ~Q(results__result="")))


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """An item at a review: where it stands, and what this review says of it so far."""

    account: ItemAccount
    result: ReviewResult | None


def reviewed_items(review: Review, account: Account) -> list[ReviewedItem]:
    """Every item of the plan, with this review's result or none."""
    known = {result.item_id: result for result in review.results.select_related("version")}
    return [ReviewedItem(one, known.get(one.item.pk)) for one in account.items]


def waiting_adjustments(unit: Unit) -> list[ReviewResult]:
    """Adjustments that reviews propose and nobody has decided, or that were accepted and wait for the next version."""
    rows = ReviewResult.objects.of(unit).exclude(adjustment="").filter(version=None).exclude(decided=False)
    found = list(rows.select_related("review__plan", "item__plan").order_by("decided", "review__planned_on"))
    show_in_force(one.item for one in found)
    return found


def indicator_series(item: PlanItem) -> list[ReviewResult]:
    """The values of an item's indicator over the reviews, also those of the years it was carried from."""
    chain, node = [item.pk], item.carried_from
    while node is not None and node.pk not in chain:
        chain.append(node.pk)
        node = node.carried_from
    rows = ReviewResult.everywhere.filter(item__in=chain).exclude(value=None)
    return list(rows.select_related("review").order_by("review__planned_on"))
