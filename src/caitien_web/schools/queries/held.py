"""The units at which a person has roles, with them, and the unit of an address: one query, which every page asks."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value

from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.prepared import Prepared


def _units(person: UUID, on: date, slug: str) -> QuerySet[Any]:
    nothing, units = Value("", CharField()), Unit.objects.select_related("parent").order_by()
    lasts = Q(roles__until__isnull=True) | Q(roles__until__gt=on)
    held = units.filter(lasts, roles__person_id=person, roles__since__lte=on)
    of_address = units.filter(slug=slug).annotate(role=nothing, field=nothing)
    return held.annotate(role=F("roles__role"), field=F("roles__field")).union(of_address, all=True)


# (person, day, slug): a unit for each role, with `role` and `field`, and that of the slug, whose `role` is ""
units_held = Prepared(_units, UUID, date, str)
