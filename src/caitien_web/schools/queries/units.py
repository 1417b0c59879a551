"""What the pages ask of units."""

from django.db.models import Count, Q, QuerySet

from caitien.vietnamese.fold import fold
from caitien_web.tenancy.models import Unit, UnitName


def units_below(unit: Unit, *, text: str = "", closed: bool = False) -> QuerySet[Unit]:
    """The units below one, at any depth, with the authority each stands under; `children_count` of those open."""
    found = Unit.objects.filter(path__within=unit.path).exclude(pk=unit.pk)
    found = found.filter(closed_on__isnull=not closed)
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    counted = Count("children", filter=Q(children__closed_on=None))
    return found.select_related("parent").annotate(children_count=counted).order_by("path")


def names_of(unit: Unit) -> list[UnitName]:
    """All names, the latest first."""
    return list(unit.names.order_by("-since"))
