"""Search: the rows of plans in which terms occur, the newest school years first, close hits before the others.

The index is asked with everything at once, the unit and the state among it, so that neither a large province nor a
common word makes it slow, and nothing is counted that one may not see. At most MOST hits are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import SearchText
from caitien_web.plans.needle import Needle, open_ended
from caitien_web.tenancy.models import Unit, UnitKind

Terms = tuple[str, ...]
MOST = 1000
YEARS = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for: words, and marks that must stand at the row (`plans.terms`, `plans.search_index`)."""

    needle: Needle
    marks: tuple[str, ...] = ()


@dataclass(slots=True)
class Hits:
    """The ids of hits in their order, no more than MOST; the first `close` have the words side by side."""

    ids: list[int] = field(default_factory=list)
    close: int = 0
    is_cut: bool = False
    words: tuple[str, ...] = ()


def find(wanted: Wanted, unit: Unit, *, drafts: bool, year: int) -> Hits:
    """The hits at the unit and below it, drafts among them or not; `year` is the newest school year there may be.

    Where the words are found nowhere, the last one is taken as the beginning of a word.
    """
    marks = (f"=u{unit.slug}", *(() if drafts else ("=v",)), *wanted.marks)
    years = _years(unit, year)
    hits = _ask(wanted.needle, marks, years)
    wider = open_ended(wanted.needle)
    if not hits.ids and wider != wanted.needle:
        hits = _ask(wider, marks, years)
    return hits


def rows_of(ids: Sequence[int], unit: Unit, *, drafts: bool) -> list[SearchText]:
    """The rows of a page of hits with item, plan and school; asked in scope once more, whatever the index said."""
    found = SearchText.objects.within(unit).filter(pk__in=ids)
    if not drafts:
        found = found.filter(plan__state__in=FROM_SUBMISSION, plan__adjusting=False)
    rows = {row.pk: row for row in found.select_related("item", "plan__unit").defer("item__folded", "plan__folded")}
    return [rows[pk] for pk in ids if pk in rows]


def _years(unit: Unit, newest: int) -> tuple[str, ...]:
    """The marks of the years to be asked one by one, for the newest to come first.

    SQLite gives the newest rows first by itself; PostgreSQL would have to sort all hits, which are many only where many
    schools are.
    """
    if connection.vendor == "sqlite" or unit.kind in (UnitKind.SCHOOL, UnitKind.COMMUNE):
        return ()
    return tuple(f"=f{newest - n}" for n in range(YEARS))


def _ask(needle: Needle, marks: tuple[str, ...], newest: tuple[str, ...]) -> Hits:
    branches: list[tuple[Terms, tuple[Terms, ...]]] = []  # which terms must occur, which sets of them must not
    if needle.close:
        branches.append(((*marks, *needle.needed, *needle.close), ()))
        branches.append(((*marks, *needle.needed), (needle.close,)))
    else:
        branches.append(((*marks, *needle.needed), ()))
    asked = [
        (number, (*needed, *here), (*without, *older))
        for number, (needed, without) in enumerate(branches)
        for here, older in [*(((mark,), ()) for mark in newest), ((), tuple((mark,) for mark in newest))]
    ]
    statement, arguments = _postgresql(asked) if connection.vendor == "postgresql" else _sqlite(asked)
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments)
        found = cursor.fetchall()
    close = sum(1 for branch, _, _ in found if branch == 0) if needle.close else 0
    found.sort(key=lambda hit: (hit[0], hit[1], -hit[2]))
    return Hits([pk for _, _, pk in found[:MOST]], close, len(found) > MOST, needle.words)


Asked = Sequence[tuple[int, Terms, tuple[Terms, ...]]]


def _sqlite(asked: Asked) -> tuple[str, list[Any]]:
    def term(text: str) -> str:
        return f'"{text[:-1]}"*' if text.endswith("*") else f'"{text}"'

    def both(terms: tuple[str, ...]) -> str:
        return f"({' AND '.join(map(term, terms))})"

    arguments: list[Any] = []
    parts = []
    for at, (branch, needed, without) in enumerate(asked):
        match = both(needed) + "".join(f" NOT {both(terms)}" for terms in without)
        parts.append(
            f"SELECT * FROM (SELECT {branch}, {at}, rowid FROM plans_search "
            f"WHERE plans_search MATCH %s ORDER BY rowid DESC LIMIT {MOST + 1})"
        )
        arguments.append(match)
    return f"{' UNION ALL '.join(parts)} LIMIT {MOST + 1}", arguments


def _postgresql(asked: Asked) -> tuple[str, list[Any]]:
    def term(text: str) -> str:
        return f"'{text[:-1]}':*" if text.endswith("*") else f"'{text}'"

    def both(terms: tuple[str, ...]) -> str:
        return f"({' & '.join(map(term, terms))})"

    arguments: list[Any] = []
    parts = []
    for at, (branch, needed, without) in enumerate(asked):
        query = both(needed) + "".join(f" & !{both(terms)}" for terms in without)
        parts.append(f"(SELECT {branch}, {at}, id FROM plans_searchtext WHERE terms @@ %s::tsquery LIMIT {MOST + 1})")
        arguments.append(query)
    return f"{' UNION ALL '.join(parts)} LIMIT {MOST + 1}", arguments
