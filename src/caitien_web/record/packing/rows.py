"""Rows as lines of JSON: every column, what they name by key or by name, files by their hash."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from caitien_web.record.chunks import CHUNK, in_chunks
from caitien_web.record.form import plain
from caitien_web.record.kinds import Kind, names_a_unit, names_a_user
from caitien_web.record.packing.names import Names
from caitien_web.schools.models import Person
from caitien_web.tenancy.models import Unit


def rows_to_write(kind: Kind, unit: Unit, names: Names) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The rows of a table of the school, each with what is written of it; a few at a time in memory."""
    for chunk in in_chunks(kind.of(unit).iterator(chunk_size=CHUNK)):
        yield from _told(kind, kind.fields, chunk, names)


def _told(kind: Kind, fields: Any, chunk: list[Any], names: Names) -> Iterator[tuple[Any, dict[str, Any]]]:
    linked = {field.name: _linked(field, chunk) for field in kind.links}
    for row in chunk:
        told = {field.name: _value(field, row, names) for field in fields}
        yield row, told | {name: found[row.pk] for name, found in linked.items()}


def _value(field: Any, row: Any, names: Names) -> Any:
    value = getattr(row, field.attname)
    if names_a_user(field):
        return names.user(value)
    if names_a_unit(field):
        return names.unit_named(value)
    if field.related_model is Person:
        return names.person(value)
    return plain(value)


def _linked(field: Any, chunk: list[Any]) -> dict[Any, list[Any]]:
    """What the rows of a chunk name by a field of several, in one query: {row: keys}."""
    through = field.remote_field.through
    here, there = field.m2m_column_name(), field.m2m_reverse_name()
    pairs = through._default_manager.filter(**{f"{here}__in": [row.pk for row in chunk]})
    found: dict[Any, list[Any]] = defaultdict(list)
    for own, other in pairs.order_by("pk").values_list(here, there):
        found[own].append(plain(other))
    return found
