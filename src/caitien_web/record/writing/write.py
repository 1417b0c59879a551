"""Writing a record: people first, then table after table as they name one another, the history last."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db import models

from caitien.vietnamese.fold import fold
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.search_index import put_versions_in_force
from caitien_web.record.chunks import CHUNK, in_chunks
from caitien_web.record.form import OWN, PARTICULARS
from caitien_web.record.kinds import LAST, Kind, all_kinds, kind_by_label
from caitien_web.record.reading.contents import look_into
from caitien_web.record.reading.joining import joined_people
from caitien_web.record.reading.rows import links_of, read_row
from caitien_web.record.reading.source import Source
from caitien_web.record.reading.values import of_nothing, revived
from caitien_web.record.writing.keys import Keys
from caitien_web.record.writing.people import accounts_for, fill_in, take_in_outsiders
from caitien_web.schools.models import Person, RoleAssignment
from caitien_web.tenancy.models import Unit, UnitName

Tell = Callable[[int, str], None]
Row = tuple[Any, dict[str, Any], dict[str, list[Any]]]  # key in the record, columns, what it names by fields of several


class Here:
    """Known for writing: the keys that people, units and rows of the record have here."""

    def __init__(self, source: Source, unit: Unit, keys: Keys, accounts: dict[str, Any]) -> None:
        self.keys, self.accounts = keys, accounts
        above = Unit.objects.filter(path__in=unit.ancestor_paths()[:-1])
        self.units = {OWN: unit.pk} | dict(above.values_list("slug", "pk"))

    def account(self, person: str) -> Any:
        return self.accounts.get(person)

    def person(self, key: str) -> Any:
        return self.keys.get("schools.person", key)

    def unit(self, slug: str) -> Any:
        return self.units.get(slug)

    def row(self, label: str, key: Any) -> Any:
        return self.keys.get(label, key)


def write_record(source: Source, unit: Unit, accounts: list[str], *, at: datetime, tell: Tell) -> None:
    """Write what `judge` found good, within the caller's transaction. `accounts`: people by whom something was done."""
    source.gather_keys()
    keys, joined = Keys(source), joined_people(source, unit)
    for key, person in joined.items():
        keys.set("schools.person", key, person.pk)
    keys.set("tenancy.unit", source.school().get("id"), unit.pk)
    take_in_outsiders(source, unit, keys, at.date())
    _take_over_particulars(source, unit)
    first = kind_by_label("schools.person")
    assert first is not None
    _write_people(first, source, Here(source, unit, keys, {}), joined)
    here = Here(source, unit, keys, accounts_for(accounts, _names(first, source), keys))
    kinds = [kind for kind in all_kinds() if kind != first]
    for number, kind in enumerate(kinds):
        tell(100 * number // len(kinds), "ghi dữ liệu")
        _write_rows(kind, source, unit, here)
    put_versions_in_force(SchoolPlan.objects.of(unit))


def _take_over_particulars(source: Source, unit: Unit) -> None:
    told = source.school()
    for name in PARTICULARS:
        field: Any = Unit._meta.get_field(name)
        setattr(unit, name, revived(field, told[name]) if name in told else of_nothing(field))
    unit.folded = fold(unit.name)
    unit.save()
    UnitName.objects.filter(unit=unit).delete()


def _names(kind: Kind, source: Source) -> dict[str, str]:
    own = {str(row["id"]): str(row["full_name"]) for row in source.rows(kind)}
    return own | {str(one["id"]): str(one["full_name"]) for one in source.outsiders()}


def _write_people(kind: Kind, source: Source, here: Here, joined: dict[str, Person]) -> None:
    new = []
    for told in source.rows(kind):
        values = read_row(kind, told, here, lambda name: None)
        if person := joined.get(str(told["id"])):
            fill_in(person, values)
        else:
            new.append(Person(**values | {"id": here.keys.get(kind.label, told["id"])}))
    kind.rows.bulk_create(new, batch_size=CHUNK)


def _write_rows(kind: Kind, source: Source, unit: Unit, here: Here) -> None:
    for some in in_chunks(_rows(kind, source, unit, here)):
        made = kind.rows.bulk_create([kind.model(**values) for _, values, _ in some])
        _put_moments_back(kind, made, some)
        for row, (old, _, _) in zip(made, some, strict=True):
            here.keys.set(kind.label, old, row.pk)
        for link in kind.links:
            _write_links(link, made, some, here)


def _put_moments_back(kind: Kind, made: list[Any], some: list[Row]) -> None:
    """Columns that Django fills with the moment of saving get the moment of the record."""
    names = [one.name for one in kind.fields if getattr(one, "auto_now", False) or getattr(one, "auto_now_add", False)]
    if names:
        for row, (_, values, _) in zip(made, some, strict=True):
            for name in names:
                setattr(row, name, values[name])
        kind.rows.bulk_update(made, names)


def _write_links(link: Any, made: list[Any], some: list[Row], here: Here) -> None:
    through, label = link.remote_field.through, link.related_model._meta.label_lower
    own, other = link.m2m_column_name(), link.m2m_reverse_name()
    pairs = (
        {own: row.pk, other: there}
        for row, (_, _, links) in zip(made, some, strict=True)
        for key in links[link.name]
        if (there := here.row(label, key)) is not None
    )
    through._default_manager.bulk_create([through(**pair) for pair in pairs], batch_size=CHUNK)


def _rows(kind: Kind, source: Source, unit: Unit, here: Here) -> Iterator[Row]:
    pk = kind.model._meta.pk
    for told in source.rows(kind):
        values = read_row(kind, told, here, lambda name: None)
        look_into(kind, values, source)
        old = values.pop(pk.attname)
        if kind.has_own_keys:
            values[pk.attname] = here.keys.get(kind.label, old)
        if _is_here(kind, values):
            continue
        yield old, _with_files(kind, _with_keys(kind, values, here.keys), unit), links_of(kind, told)


def _is_here(kind: Kind, values: dict[str, Any]) -> bool:
    """Roles and settings of people who were in the school's list already, and have them."""
    if kind.label == "schools.roleassignment":
        same = {name: values[name] for name in ("person_id", "unit_id", "role", "until")}
        return RoleAssignment.objects.filter(**same).exists()
    if kind.label == "monitoring.digest":
        return kind.rows.filter(person_id=values["person_id"]).exists()
    return False


def _with_keys(kind: Kind, values: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """Keys that stand in texts and JSON instead of in columns of their own, changed to those here."""
    if kind.label == LAST:
        named = keys.get(values["subject_type"], values["subject_id"])
        values["subject_id"] = values["subject_id"] if named is None else str(named)
    for field in kind.fields:
        if isinstance(field, models.JSONField | models.CharField | models.TextField):
            values[field.attname] = keys.anywhere(values.get(field.attname))
        elif isinstance(field, models.UUIDField) and not field.primary_key and values[field.attname]:
            values[field.attname] = keys.anywhere(str(values[field.attname]))
    return values


def _with_files(kind: Kind, values: dict[str, Any], unit: Unit) -> dict[str, Any]:
    places = {place: _stored(unit, values[sha]) for place, sha in kind.files}
    return values | places


def _stored(unit: Unit, sha: str) -> str:
    return f"{unit.pk}/{sha[:2]}/{sha}" if sha else ""


__all__ = ["write_record"]
