"""Queries that every page asks: their SQL is worked out once in a process, and then only run with other values.

Django builds and compiles a query anew each time, which takes longer than running it: half of a page's time went there.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.query import get_related_populators  # type: ignore[attr-defined]

from caitien_web.tenancy.scope import ScopedQuerySet

# What stands for the n-th value while a query is worked out: nothing that a query would hold by itself.
EXAMPLES: dict[type, Callable[[int], Any]] = {
    int: lambda n: 32_000 + n,  # within the bounds of the smallest columns
    UUID: lambda n: UUID(int=2**127 + n),
    date: lambda n: date(1, 1, 1 + n),
    str: lambda n: f"the value {n}",
}


class Prepared:
    """`Prepared(make, UUID, date)(key, day)`: the rows of `make(key, day)`, models with what is selected along.

    `make` must give the same query for all values, and the values must reach the database as they are.
    """

    def __init__(self, make: Callable[..., QuerySet[Any]], *kinds: type) -> None:
        self._make, self._kinds = make, kinds
        self._known: dict[str, _Known] = {}

    def __call__(self, *values: Any) -> list[Any]:
        connection = connections[DEFAULT_DB_ALIAS]
        known = self._known.get(connection.vendor)
        if known is None:
            known = self._known[connection.vendor] = _Known(self._make, self._kinds, connection)
        return known.rows([_adapted(value, connection) for value in values], connection)


class _Known:
    """A query as it was compiled for one kind of database, and how its rows become models."""

    def __init__(self, make: Callable[..., QuerySet[Any]], kinds: Sequence[type], connection: Any) -> None:
        examples = [EXAMPLES[kind](n) for n, kind in enumerate(kinds)]
        asked = make(*examples)
        if isinstance(asked, ScopedQuerySet):
            asked._must_be_scoped()
        self.compiler: Any = asked.query.get_compiler(connection=connection)
        self.sql, params = self.compiler.as_sql()
        adapted = [_adapted(example, connection) for example in examples]
        # for each parameter: which value it is, or None and what it is always
        self.params = [(adapted.index(one), None) if one in adapted else (None, one) for one in params]
        if {place for place, _ in self.params} - {None} != set(range(len(kinds))):
            raise ValueError(f"A value does not reach the database as it is: {self.sql}")
        self.converters = self.compiler.get_converters([expression for expression, *_ in self.compiler.select])
        info = self.compiler.klass_info
        self.model, fields = info["model"], info["select_fields"]
        self.first, self.last = fields[0], fields[-1] + 1
        self.names = [one[0].target.attname for one in self.compiler.select[self.first : self.last]]
        self.related = get_related_populators(info, self.compiler.select, connection.alias)

    def rows(self, values: Sequence[Any], connection: Any) -> list[Any]:
        params = tuple(always if place is None else values[place] for place, always in self.params)
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        converted = self.compiler.apply_converters(found, self.converters) if self.converters else found
        return [self._model(row, connection.alias) for row in converted]

    def _model(self, row: Sequence[Any], alias: str) -> Any:
        made = self.model.from_db(alias, self.names, row[self.first : self.last])
        for related in self.related:
            related.populate(row, made)
        for name, column in self.compiler.annotation_col_map.items():
            setattr(made, name, row[column])
        return made


def _adapted(value: Any, connection: Any) -> Any:
    """A value as the database takes it."""
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


__all__ = ["Prepared"]
