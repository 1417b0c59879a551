"""The unpacked record: its rows table by table, the keys that are in it, its files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from caitien_web.record.form import OUTSIDERS, UNIT, rows_of
from caitien_web.record.kinds import Kind, all_kinds
from caitien_web.record.reading.opening import lines_of
from caitien_web.tenancy.file_kinds import content_type_of
from caitien_web.tenancy.files import ends_of

OPENED = "opened.json"


@dataclass
class Source:
    """What `opening.open_record` unpacked into a folder and told of it."""

    folder: Path
    opened: dict[str, Any]
    keys: dict[str, set[Any]] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)

    def keep(self) -> None:
        """Leave in the folder what was told of the record, and what its files are, for when it is written."""
        told = {"opened": self.opened, "types": self._types}
        (self.folder / OPENED).write_text(json.dumps(told), "utf-8")

    @classmethod
    def kept(cls, folder: Path) -> "Source":
        """A record that was unpacked and judged before."""
        told = json.loads((folder / OPENED).read_text("utf-8"))
        return cls(folder, told["opened"], _types=told["types"])

    def rows(self, kind: Kind) -> Iterator[dict[str, Any]]:
        """The rows of a table, one at a time; none where the record is older than the table."""
        return self._lines(rows_of(kind.label))

    def school(self) -> dict[str, Any]:
        """The particulars of the school."""
        return next(self._lines(UNIT), {})

    def outsiders(self) -> list[dict[str, Any]]:
        """People of other units that rows name."""
        return list(self._lines(OUTSIDERS))

    def gather_keys(self) -> None:
        """Know which keys there are, before rows are held against them."""
        for kind in all_kinds():
            name = kind.model._meta.pk.name
            self.keys[kind.label] = {_key(row.get(name)) for row in self.rows(kind)}
        self.keys["outsiders"] = {_key(row.get("id")) for row in self.outsiders()}

    def unknown_tables(self) -> list[str]:
        """Tables that this edition of the product does not have."""
        known = {rows_of(kind.label) for kind in all_kinds()} | {UNIT, OUTSIDERS}
        return sorted(set(self.opened["rows"]) - known)

    @property
    def files(self) -> dict[str, int]:
        """The files by their hash, with their sizes."""
        found: dict[str, int] = self.opened["files"]
        return found

    @cached_property
    def missing(self) -> set[str]:
        """Files that were lost before the record was made, as it says itself."""
        told = self.opened["about"].get("files")
        return {str(sha) for sha in told.get("missing", ())} if isinstance(told, dict) else set()

    def path_of(self, sha: str) -> Path:
        """Where a file was unpacked."""
        return self.folder / "tep" / sha

    def type_of(self, sha: str) -> str:
        """What a file is by its content, looked at once."""
        if sha not in self._types:
            self._types[sha] = content_type_of(*ends_of(self.path_of(sha)))
        return self._types[sha]

    def _lines(self, name: str) -> Iterator[dict[str, Any]]:
        path = self.folder / "du-lieu" / Path(name).name
        if path.is_file():
            yield from map(json.loads, lines_of(path))


def _key(value: Any) -> Any:
    return value if isinstance(value, str | int) else None
