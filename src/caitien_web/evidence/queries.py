"""What the pages of the register read."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from caitien.vietnamese.fold import fold
from caitien_web.evidence.models import Evidence, EvidenceLink
from caitien_web.tenancy.models import Unit


def evidence_of(unit: Unit, *, words: str = "", criterion: str = "", state: str = "valid") -> QuerySet[Evidence]:
    """The register by code: with all `words` (accents do not matter), of a criterion, in a state ("" for all)."""
    found = Evidence.objects.of(unit)
    if state:
        found = found.filter(state=state)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if criterion:
        shown = EvidenceLink.everywhere.filter(evidence=OuterRef("pk"), criterion=criterion)
        found = found.filter(Exists(shown))
    return found.prefetch_related("links")


def evidence_for_items(unit: Unit, items: Iterable[UUID]) -> dict[UUID, list[Evidence]]:
    """The valid evidence of plan items: {item: evidence}, in one query."""
    links = EvidenceLink.objects.of(unit).filter(item__in=list(items), evidence__state="valid")
    found: dict[UUID, list[Evidence]] = {}
    for link in links.select_related("evidence"):
        found.setdefault(link.item, []).append(link.evidence)
    return found


def counts_by_criterion(unit: Unit, edition: str) -> dict[str, int]:
    """How many pieces of valid evidence each criterion of an edition has."""
    from django.db.models import Count

    links: Any = EvidenceLink.objects.of(unit).filter(edition=edition, evidence__state="valid").exclude(criterion="")
    counted = links.order_by().values("criterion").annotate(n=Count("evidence", distinct=True))
    return {row["criterion"]: row["n"] for row in counted}
