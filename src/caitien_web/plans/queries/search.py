"""Search: the rows of plans in which terms occur, the newest school years first, close hits before the others.

The index is asked with everything at once, the unit and the state among it, so that neither a large province nor a
common word makes it slow, and nothing is counted that one may not see. At most MOST hits are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db import connection
from django.db.models import Q

from caitien.plan import from_json
from caitien_web.plans.access import FROM_SUBMISSION, Finder
from caitien_web.plans.in_force import show_in_force, take_texts, versions_in_force
from caitien_web.plans.models import SearchText
from caitien_web.plans.needle import Needle, open_ended
from caitien_web.tenancy.models import Unit, UnitKind

Terms = tuple[str, ...]
MOST = 1000
NEW = 3  # school years whose hits come before older ones, where there are too many


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


def find(wanted: Wanted, unit: Unit, *, as_: Finder, year: int) -> Hits:
    """The hits at the unit and below it, of the plans that `as_` may find; `year` is the newest school year there is.

    Where the words are found nowhere, the last one is taken as the beginning of a word.
    """
    newest = tuple(f"=f{year - n}" for n in range(NEW))
    marks = (f"={as_}{unit.slug}", *wanted.marks)
    sorts = connection.vendor == "sqlite"  # it gives the newest first by itself
    many = not sorts and unit.kind == UnitKind.MINISTRY
    hits = _ask(wanted.needle, marks, newest if many else ())
    wider = open_ended(wanted.needle)
    if not hits.ids and wider != wanted.needle:
        return _ask(wider, marks)
    return _ask(wanted.needle, marks, newest) if hits.is_cut and not (sorts or many) else hits


def rows_of(ids: Sequence[int], unit: Unit, *, as_: Finder) -> list[SearchText]:
    """The rows of a page of hits with item, plan and school; asked in scope once more, whatever the index said.

    What is found of a version in force has its texts. One query, two where there is such a hit.
    """
    found = SearchText.objects.within(unit).filter(pk__in=ids)
    if as_ is Finder.WRITER:
        found = found.filter(frozen=None)
    else:
        found = found.filter(Q(plan__adjusting=False) | ~Q(frozen=None))
    if as_ is Finder.READER:
        found = found.filter(plan__state__in=FROM_SUBMISSION)
    found = found.select_related("item", "plan__unit").defer("item__folded", "plan__folded", "frozen")
    rows = {row.pk: row for row in found}
    if as_ is not Finder.WRITER:
        _show_in_force([row for row in rows.values() if row.plan.adjusting])
    return [rows[pk] for pk in ids if pk in rows]


def _show_in_force(rows: Sequence[SearchText]) -> None:
    """Put the texts of the versions in force on rows of plans under adjustment. One query, or none without rows."""
    versions = versions_in_force(row.plan for row in rows)
    for row in rows:
        if row.item is None:
            take_texts(row.plan, from_json(versions[row.plan_id].data))
        else:
            row.item.plan = row.plan
    show_in_force([row.item for row in rows if row.item], versions)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question to the index: all of `needed`, any of `any_of`, not all of `without`, none of `never`."""

    needed: Terms
    any_of: Terms = ()
    without: Terms = ()
    never: Terms = ()


def _ask(needle: Needle, marks: Terms, newest: Terms = ()) -> Hits:
    """Close hits first; with `newest` those of these years before the others."""
    needed = (*marks, *needle.needed)
    told_by_pairs = {word for pair in needle.close for word in pair.split("_")}
    loose = [term for term in needle.needed if term not in told_by_pairs]
    asked = [_Asked((*marks, *loose, *needle.close)), *([_Asked(needed, without=needle.close)] if needle.close else [])]
    if newest:
        asked = [one for each in asked for one in (replace(each, any_of=newest), replace(each, never=newest))]
    parts, arguments = _postgresql(asked) if connection.vendor == "postgresql" else _sqlite(asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS found LIMIT {MOST + 1}", arguments)
        found = sorted(cursor.fetchall(), key=lambda hit: (hit[0], -hit[1]))
    close = sum(1 for at, _ in found if not asked[at].without) if needle.close else 0
    return Hits([pk for _, pk in found[:MOST]], close, len(found) > MOST, needle.words)


def _sqlite(asked: Sequence[_Asked]) -> tuple[list[str], list[str]]:
    def term(text: str) -> str:
        return f'"{text[:-1]}"*' if text.endswith("*") else f'"{text}"'

    def match(one: _Asked) -> str:
        wanted = " AND ".join(map(term, one.needed))
        return f"({wanted}) NOT ({' AND '.join(map(term, one.without))})" if one.without else wanted

    rows = "rowid FROM plans_search WHERE plans_search MATCH %s ORDER BY rowid DESC"
    parts = [f"SELECT * FROM (SELECT {at}, {rows} LIMIT {MOST + 1})" for at in range(len(asked))]
    return parts, [match(one) for one in asked]


def _postgresql(asked: Sequence[_Asked]) -> tuple[list[str], list[str]]:
    def term(text: str) -> str:
        return f"'{text[:-1]}':*" if text.endswith("*") else f"'{text}'"

    def match(one: _Asked) -> str:
        wanted = [*map(term, one.needed), *(f"!{term(mark)}" for mark in one.never)]
        if one.any_of:
            wanted.append(f"({' | '.join(map(term, one.any_of))})")
        if one.without:
            wanted.append(f"!({' & '.join(map(term, one.without))})")
        return " & ".join(wanted)

    rows = f"id FROM plans_searchtext WHERE terms @@ %s::tsquery LIMIT {MOST + 1}"
    return [f"(SELECT {at}, {rows})" for at in range(len(asked))], [match(one) for one in asked]
