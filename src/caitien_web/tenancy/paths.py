"""A unit's place in the tree as one text column, and the SQL predicate "at or below this unit"."""

from typing import Any

from django.db import models
from django.db.models import Lookup


class PathField(models.CharField[str, str]):
    """ "so-son-la/xa-muong-lay/thcs-ben-lau/": the slugs from the root down, each followed by the separator."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 300, **kwargs})


@PathField.register_lookup
class Within(Lookup[str]):
    """`path__within=p`: p itself and everything below it, answered from the index on both databases."""

    lookup_name = "within"
    prepare_rhs = True

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """A range: SQLite compares bytes, and answers no LIKE from an index here."""
        column, given = self.process_lhs(compiler, connection)
        path = str(self.rhs)
        return f"({column} >= %s AND {column} < %s)", [*given, path, *given, path[:-1] + "0"]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """LIKE with a constant prefix, which the text_pattern_ops index that Django lays answers in any collation."""
        column, given = self.process_lhs(compiler, connection)
        path = str(self.rhs).replace("_", r"\_").replace("%", r"\%")
        return f"{column} LIKE %s", [*given, path + "%"]
