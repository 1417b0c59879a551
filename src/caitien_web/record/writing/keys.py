"""The keys that rows of a record get here: their own where they are free, new ones where the record was here before."""

from collections.abc import Iterator
from typing import Any

from caitien_web.record.chunks import in_chunks
from caitien_web.record.kinds import all_kinds
from caitien_web.record.reading.source import Source
from caitien_web.tenancy.keys import new_key


class Keys:
    """{table, key in the record: key here}. Keys that were written into texts and JSON are found again, too."""

    def __init__(self, source: Source) -> None:
        self._rows: dict[tuple[str, str], Any] = {}
        self._anywhere: dict[str, Any] = {}
        own = sorted(_travelling(source))
        fresh = not _is_any_here(source)
        for label, key in own:
            self.set(label, key, key if fresh else str(new_key()))

    def set(self, label: str, old: Any, new: Any) -> None:
        """From now on this row is known by another key."""
        self._rows[label, str(old)] = new
        if isinstance(old, str):
            self._anywhere[old] = new

    def get(self, label: str, old: Any) -> Any:
        """The key of a row here; None for one that is not in the record."""
        return self._rows.get((label, str(old)))

    def anywhere(self, value: Any) -> Any:
        """A text or JSON with the keys in it changed to those here."""
        if isinstance(value, str):
            found = self._anywhere.get(value)
            return value if found is None else str(found)
        if isinstance(value, list):
            return [self.anywhere(one) for one in value]
        return {key: self.anywhere(one) for key, one in value.items()} if isinstance(value, dict) else value


def _travelling(source: Source) -> Iterator[tuple[str, str]]:
    for kind in all_kinds():
        if kind.has_own_keys:
            yield from ((kind.label, key) for key in source.keys[kind.label] if isinstance(key, str))


def _is_any_here(source: Source) -> bool:
    """Is a row of the record in this database already, at whatever school?"""
    return any(
        kind.rows.filter(pk__in=some).exists()
        for kind in all_kinds()
        if kind.has_own_keys
        for some in in_chunks(source.keys[kind.label])
    )
