"""Queries banned without a scope: whoever reads rows of units must say of which units."""

from typing import Any, Self

from django.db import models

from caitien_web.tenancy.models.unit import Unit


class WithoutScope(Exception):
    """A query over all units was about to run. A fault of the program, never of a person."""


class ScopedQuerySet(models.QuerySet[Any]):
    """Rows of units. Must be told `within(unit)` or `of(unit)` before it touches the database.

    A model says with UNIT by which lookup its unit is reached ("unit", "plan__unit").
    """

    _scoped = False

    def within(self, unit: Unit) -> Self:
        """Rows of the unit and of all units below it."""
        return self._in_scope(**{f"{self._unit_lookup()}__path__within": unit.path})

    def of(self, unit: Unit) -> Self:
        """Rows of this very unit."""
        return self._in_scope(**{self._unit_lookup(): unit})

    def _unit_lookup(self) -> str:
        return getattr(self.model, "UNIT", "unit")

    def _in_scope(self, **lookup: Any) -> Self:
        found = self.filter(**lookup)
        found._scoped = True
        return found

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._scoped = self._scoped
        return clone

    def _must_be_scoped(self) -> None:
        if not self._scoped:
            raise WithoutScope(f"{self.model.__name__} is asked for without within(unit) or of(unit).")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._must_be_scoped()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._must_be_scoped()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._must_be_scoped()
        return super().count()

    def exists(self) -> bool:
        self._must_be_scoped()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._must_be_scoped()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._must_be_scoped()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._must_be_scoped()
        return super().delete()


class OfUnits(models.Model):
    """A row that belongs to a unit. `objects` wants a scope; `everywhere` has none and is for those who say so aloud.

    `everywhere` stands first, so that Django's own ways (a plan's items, cascades) go by it: they start from a row
    that was reached in scope. A house test lists the places that may write it.
    """

    everywhere = models.Manager()
    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
