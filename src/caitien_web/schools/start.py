"""The first page of a unit is laid together of blocks: what waits for the person first, then where the unit stands.

Each app says its own blocks in a module `start_page`, as a list BLOCKS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from caitien_web.tenancy.models import Unit

Ask = Callable[[Unit, Any, date], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: its template, what it shows (`ask(unit, user, on)`, None where there is nothing to show).

    `only`: "school" or "authority". Orders in use: 10 what waits for the person, 20 the plan, 50 the authority's view.
    """

    template: str
    ask: Ask
    right: str = "unit.view"
    order: int = 50
    only: str = ""


@cache
def all_blocks() -> tuple[Block, ...]:
    """The blocks of all apps, in order."""
    found: list[Block] = []
    for config in apps.get_app_configs():
        if config.name.startswith("caitien_web.") and find_spec(f"{config.name}.start_page"):
            found += import_module(f"{config.name}.start_page").BLOCKS
    return tuple(sorted(found, key=lambda block: block.order))


def blocks_for(unit: Unit, user: Any, rights: frozenset[str], *, on: date) -> list[tuple[str, dict[str, Any]]]:
    """The templates with what they show, for this person at this unit."""
    kind = "school" if unit.is_school else "authority"
    open_to = [block for block in all_blocks() if block.right in rights and block.only in ("", kind)]
    asked = [(block.template, block.ask(unit, user, on)) for block in open_to]
    return [(template, shown) for template, shown in asked if shown is not None]
