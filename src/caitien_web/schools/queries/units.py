"""What the pages ask of units."""

from django.db.models import Count, Q, QuerySet

from caitien.vietnamese.fold import fold
from caitien_web.tenancy.models import Unit, UnitKind, UnitName


def units_below(unit: Unit, *, text: str = "", closed: bool = False) -> QuerySet[Unit]:
    """The units below one, at any depth, with the authority each stands under; `children_count` of those open."""
    found = Unit.objects.filter(path__within=unit.path).exclude(pk=unit.pk)
    found = found.filter(closed_on__isnull=not closed)
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    counted = Count("children", filter=Q(children__closed_on=None))
    return found.select_related("parent").annotate(children_count=counted).order_by("path")


def places_for(unit: Unit, *, below: Unit, text: str = "") -> QuerySet[Unit]:
    """The authorities at and below one where `unit` may stand, but where it stands now; narrowed by words."""
    ranks = list(UnitKind)
    above = [kind.value for kind in ranks[: ranks.index(UnitKind(unit.kind))]]
    found = Unit.objects.filter(path__within=below.path, kind__in=above, closed_on=None).exclude(children=unit)
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    return found.exclude(path__within=unit.path).order_by("folded", "pk")


def names_of(unit: Unit) -> list[UnitName]:
    """All names, the latest first."""
    return list(unit.names.order_by("-since"))
