"""The main navigation: each app says its own entries in a module `navigation`, as a list ENTRIES."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Entry:
    """A place one can go to: its words, the name of its address, the right it wants, its order, its icon.

    `only`: "school" or "authority" where the other kind of unit has no such page. `below`: at an authority the page
    asks for the right over the units below, not at the authority itself. The first four by order stand at the thumb on
    phones. `href` and `is_current` are filled in for a request.
    """

    label: str
    url: str
    right: str = "unit.view"
    order: int = 50
    icon: str = "file"
    only: str = ""
    below: bool = False
    href: str = ""
    is_current: bool = False


@cache
def all_entries() -> tuple[Entry, ...]:
    """The entries of all apps, in order."""
    found: list[Entry] = []
    for config in apps.get_app_configs():
        if config.name.startswith("caitien_web.") and config.label != "ui" and find_spec(f"{config.name}.navigation"):
            found += import_module(f"{config.name}.navigation").ENTRIES
    return tuple(sorted(found, key=lambda entry: entry.order))


def navigation_for(unit: Any, rights: Iterable[str], rights_below: Iterable[str], path: str) -> tuple[Entry, ...]:
    """The entries that the person may open, with these rights at the unit and over those below it; that of the page at
    `path` is marked."""
    if unit is None:
        return ()
    kind = "school" if unit.is_school else "authority"
    found = _open_to(kind, unit.slug, frozenset(rights), frozenset(rights_below))
    here = max((one.href for one in found if path.startswith(one.href)), key=len, default="")
    if here == reverse("unit", args=[unit.slug]) and path != here:
        here = ""
    return tuple(replace(one, is_current=True) if one.href == here else one for one in found)


@lru_cache(maxsize=2_000)
def _open_to(kind: str, slug: str, rights: frozenset[str], rights_below: frozenset[str]) -> tuple[Entry, ...]:
    """The entries with their addresses at a unit, for these rights."""
    of_kind = (one for one in all_entries() if one.only in ("", kind))
    over_others = rights_below if kind == "authority" else rights
    open_to = [one for one in of_kind if one.right in (over_others if one.below else rights)]
    return tuple(replace(one, href=href) for one in open_to if (href := _address(one.url, slug)))


def _address(name: str, slug: str) -> str:
    for given in ([slug], []):
        try:
            return reverse(name, args=given)
        except NoReverseMatch:
            continue
    return ""
