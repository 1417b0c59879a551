"""What happens to units: founded, renamed, moved below another authority, merged, closed.

The lowest app knows no history; `schools.actions.units` calls these within its own actions and records them.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils.text import slugify

from caitien.vietnamese.fold import fold
from caitien_web.tenancy.models import Unit, UnitName

NAMED = ("name", "abbreviation", "governing_body", "place")
LONG_AGO = date(1945, 9, 2)


def found_unit(name: str, *, kind: str, parent: Unit | None = None, since: date | None = None, **given: Any) -> Unit:
    """A new unit below `parent`, with its first name. `given`: other fields of Unit, among them a slug of choice."""
    slug = given.pop("slug", "") or free_slug(name)
    path = f"{parent.path if parent else ''}{slug}/"
    unit = Unit(name=name, kind=kind, parent=parent, slug=slug, path=path, folded=fold(name), **given)
    unit.save()
    first = {field: getattr(unit, field) for field in NAMED}
    UnitName.objects.create(unit=unit, since=since or unit.opened_on or LONG_AGO, **first)
    return unit


def free_slug(name: str) -> str:
    """A slug made of the name that no unit has yet: "thcs-ben-lau", "thcs-ben-lau-2"."""
    stem = slugify(fold(name))[:44].strip("-") or "don-vi"
    taken = set(Unit.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if slug not in taken)


@transaction.atomic
def rename_unit(unit: Unit, *, since: date, **names: str) -> UnitName:
    """New names from a day on; documents of earlier days keep the old ones."""
    before = {field: getattr(unit, field) for field in NAMED}
    unit.names.filter(until__isnull=True, since__lt=since).update(until=since)
    named, _ = UnitName.objects.update_or_create(unit=unit, since=since, defaults=before | names)
    for field, value in names.items():
        setattr(unit, field, value)
    unit.folded = fold(unit.name)
    unit.save()
    return named


@transaction.atomic
def move_unit(unit: Unit, *, to: Unit) -> None:
    """Put a unit and all below it under another one: one statement, whatever the number of units."""
    if to.is_within(unit):
        raise ValueError("A unit cannot stand below itself.")
    old, new = unit.path, f"{to.path}{unit.slug}/"
    moved = Concat(Value(new), Substr(F("path"), len(old) + 1))
    Unit.objects.filter(path__within=old).update(path=moved)
    Unit.objects.filter(pk=unit.pk).update(parent=to)
    unit.refresh_from_db()


@transaction.atomic
def close_unit(unit: Unit, *, on: date, into: Unit | None = None) -> None:
    """End a unit on a day; `into`: the unit that goes on with it. What stood below it goes along, its plans stay."""
    unit.closed_on, unit.merged_into = on, into
    unit.save(update_fields=["closed_on", "merged_into"])
    if into is None:
        return
    for child in unit.children.all():
        move_unit(child, to=into)
