"""What the named fields of a school's own template are filled with."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Band", "FieldValues", "Listing"]


@dataclass(frozen=True, slots=True)
class Band:
    """A standard's row in a table and, below it, the rows that belong to it; every row by its fields' names.

    `fields` is empty where the rows belong to no standard.
    """

    fields: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a small table, every row by its fields' names; `names` are known even where there is no row."""

    names: frozenset[str]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldValues:
    """Texts by field name, lines parted by "\\n". `fields` hold anywhere, others only in a table's row."""

    fields: Mapping[str, str]
    band_names: frozenset[str]
    row_names: frozenset[str]
    bands: tuple[Band, ...] = ()
    listings: tuple[Listing, ...] = ()
