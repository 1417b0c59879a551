"""What a school's record holds: every table of rows that belong to the school, found in the registry of models.

Nothing is listed by hand but what is left out, with its reason: a new model of a unit comes along by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits

# Tables of a school that know no scope, with the lookup by which their unit is reached.
ALSO = {"tenancy.unitname": "unit", "schools.roleassignment": "unit", "monitoring.digest": "person__unit"}
LEFT_OUT = {
    "tenancy.unit": "the school itself stands in don-vi.json; other units are not its record",
    "tenancy.turn": "when the machine did its recurring jobs",
    "schools.user": "accounts and passwords never leave; who did what is told by the person",
    "schools.invitation": "secrets of links",
    "plans.presence": "who looks at which cell just now",
    "plans.searchtext": "kept by triggers, made anew from the rows",
    "plans.planstamp": "set by triggers, worth nothing but on this machine",
    "monitoring.reminder": "what was called out on a day; what is due is called out anew",
    "monitoring.calendarfeed": "secrets of addresses",
    "oversight.rollup": "sums, counted anew from the rows",
    "oversight.copysearch": "an authority's comparison of many schools",
    "api.key": "secrets of programs",
    "record.recordexport": "records that were made of the school, not part of it",
    "record.recordimport": "records that were brought in",
}
LAST = "history.entry"  # its rows name rows of all others


@dataclass(frozen=True, slots=True)
class Kind:
    """A table whose rows are in the record: its label ("plans.schoolplan") and the lookup of the unit."""

    model: type[models.Model]
    lookup: str

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def title(self) -> str:
        """What people call its rows."""
        return str(self.model._meta.verbose_name)

    @property
    def rows(self) -> "models.Manager[Any]":
        """All rows of all units: to be narrowed down by whoever asks."""
        return self.model.everywhere if issubclass(self.model, OfUnits) else self.model._default_manager

    @property
    def fields(self) -> tuple[Any, ...]:
        """The columns that are written: all but the places of files, which follow from their hashes."""
        return tuple(field for field in self.model._meta.concrete_fields if not is_place_of_file(field.name))

    @property
    def links(self) -> tuple[Any, ...]:
        """The fields that name several rows of another table."""
        return tuple(self.model._meta.many_to_many)

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """The files of a row, as names of fields: (place, hash)."""
        names = [field.name for field in self.model._meta.concrete_fields]
        return tuple((name, name.removesuffix("stored") + "sha256") for name in names if is_place_of_file(name))

    @property
    def has_own_keys(self) -> bool:
        """Are its keys unique everywhere, so that they may travel?"""
        return isinstance(self.model._meta.pk, models.UUIDField)

    def of(self, unit: Unit) -> "models.QuerySet[Any]":
        """The rows of a school in the order of their making."""
        return self.rows.filter(**{self.lookup: unit}).order_by("pk")


def is_place_of_file(name: str) -> bool:
    """Does a field of this name hold where a file is kept?"""
    return name == "stored" or name.endswith("_stored")


@cache
def all_kinds() -> tuple[Kind, ...]:
    """The tables of a record, those that others point to before them, the history last."""
    kinds = {kind.label: kind for kind in _found()}
    ordered: dict[str, Kind] = {}
    for label in sorted(kinds, key=lambda label: (label == LAST, label)):
        _after_what_it_names(label, kinds, ordered, ())
    return tuple(ordered.values())


def kind_by_label(label: str) -> Kind | None:
    """The table of this label, where a record has it."""
    return next((kind for kind in all_kinds() if kind.label == label), None)


def our_models() -> list[type[models.Model]]:
    """All tables of the product itself."""
    return [model for model in apps.get_models() if model.__module__.startswith("caitien_web.")]


def _found() -> Iterator[Kind]:
    for model in our_models():
        label = model._meta.label_lower
        if label in LEFT_OUT:
            continue
        if issubclass(model, OfUnits):
            yield Kind(model, getattr(model, "UNIT", "unit"))
        elif label in ALSO:
            yield Kind(model, ALSO[label])


def _after_what_it_names(label: str, kinds: dict[str, Kind], ordered: dict[str, Kind], above: tuple[str, ...]) -> None:
    if label in ordered or label in above:
        return
    fields = [*kinds[label].model._meta.concrete_fields, *kinds[label].links]
    for named in sorted({_named(one) for one in fields if one.related_model}):
        if named in kinds:
            _after_what_it_names(named, kinds, ordered, (*above, label))
    ordered[label] = kinds[label]


def _named(field: Any) -> str:
    """The table that a field names; accounts are named by their persons."""
    return "schools.person" if names_a_user(field) else str(field.related_model._meta.label_lower)


def names_a_unit(field: Any) -> bool:
    return field.related_model is Unit


def names_a_user(field: Any) -> bool:
    return field.related_model is User
