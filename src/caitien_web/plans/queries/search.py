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
from caitien_web.tenancy.models import Unit

MOST = 1000
YEARS = 6  # school years that are asked one by one, the newest first; older ones together


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
    hits = _ask(wanted.needle, marks, year)
    wider = open_ended(wanted.needle)
    if not hits.ids and wider != wanted.needle:
        hits = _ask(wider, marks, year)
    return hits


def rows_of(ids: Sequence[int], unit: Unit, *, drafts: bool) -> list[SearchText]:
    """The rows of a page of hits with item, plan and school; asked in scope once more, whatever the index said."""
    found = SearchText.objects.within(unit).filter(pk__in=ids)
    if not drafts:
        found = found.filter(plan__state__in=FROM_SUBMISSION, plan__adjusting=False)
    rows = {row.pk: row for row in found.select_related("item", "plan__unit").defer("item__folded", "plan__folded")}
    return [rows[pk] for pk in ids if pk in rows]


def _ask(needle: Needle, marks: tuple[str, ...], year: int) -> Hits:
    branches: list[
        tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
    ] = []  # terms that must, sets that must not, occur
    if needle.close:
        branches.append(((*marks, *needle.needed, *needle.close), ()))
        branches.append(((*marks, *needle.needed), (needle.close,)))
    else:
        branches.append(((*marks, *needle.needed), ()))
    newest = tuple(f"=f{year - n}" for n in range(YEARS))
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


Asked = Sequence[tuple[int, tuple[str, ...], tuple[tuple[str, ...], ...]]]


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
