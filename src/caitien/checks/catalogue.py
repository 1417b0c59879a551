"""The catalogue of faults: code, name, severity and title of every check, one line each, a file for each family."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files

from caitien.checks.check import Check
from caitien.findings import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the catalogue. `family` is the folder of the rule, `title` says the fault in Vietnamese."""

    code: str
    name: str
    severity: Severity
    family: str
    title: str

    @property
    def module(self) -> str:
        """The module that holds the check."""
        return f"caitien.checks.rules.{self.family}.{self.name.replace('-', '_')}"


FAMILIES = (
    "header",
    "laws",
    "periods",
    "standards",
    "items",
    "money",
    "organisation",
    "results",
    "improvement",
    "words",
    "remains",
)


@cache
def catalogue() -> dict[str, Entry]:
    """All entries by code, family by family."""
    return {entry.code: entry for family in FAMILIES for entry in _entries(family)}


def _entries(family: str) -> list[Entry]:
    lines = json.loads((files("caitien.checks") / "rules" / family / "catalogue.json").read_text("utf-8"))
    return [Entry(line["code"], line["name"], Severity(line["severity"]), family, line["title"]) for line in lines]


def entry_of(code: str) -> Entry:
    """The entry with this code; KeyError for an unknown one."""
    return catalogue()[code]


@cache
def load_check(code: str) -> Check:
    """The check with this code, ready to run."""
    module = import_module(entry_of(code).module)
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Check)]
    return next(kind for kind in kinds if kind is not Check and kind.code == code)()
