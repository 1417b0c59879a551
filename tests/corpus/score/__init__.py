"""How exactly a plan was read: cell by cell against the plan that was meant.

Texts are right from a likeness of 95 on (rapidfuzz, after squeezing blanks, case, dashes, quotes and bullets); dates,
money and codes exactly; lists whatever their order. Something read where the document is empty counts as wrong.
"""

from dataclasses import dataclass
from typing import Any

from corpus.score.count import Count, Sheet
from corpus.score.head import score_head
from corpus.score.pairs import TEXTS, Item, pair_items
from corpus.score.same import is_empty, same_day, same_exactly, same_number, same_text

__all__ = ["Count", "Score", "score"]
FIELDS = {
    "standard": same_number,
    "criterion": same_exactly,
    **dict.fromkeys(TEXTS, same_text),
    "start": same_day,
    "end": same_day,
    "recurrence": same_exactly,
    "budget_vnd": same_number,
}
LISTS = ("owners", "supporting", "evidence_outputs")


@dataclass(frozen=True)
class Score:
    items: Sheet
    head: Sheet

    @property
    def all(self) -> Count:
        return self.items.total + self.head.total

    @property
    def errors(self) -> list[str]:
        return self.items.errors + self.head.errors


def score(meant: dict[str, Any], read: dict[str, Any], accept: dict[str, Any] | None = None) -> Score:
    """The counts of a reading; `accept`: other true readings, as in the files gold/accept/NAME.json."""
    accept = accept or {}
    return Score(_score_items(meant, read, accept.get("items", {})), score_head(meant, read, accept))


def _score_items(meant: dict[str, Any], read: dict[str, Any], accept: dict[str, Any]) -> Sheet:
    sheet = Sheet()
    wanted: list[Item] = meant.get("items") or []
    for one, other in pair_items(wanted, read.get("items") or []):
        at = next((at for at, item in enumerate(wanted) if item is one), None)
        also = accept.get(str(at), {}) if other is not None else {}
        code = (one or {}).get("criterion") or (other or {}).get("criterion")
        where = f"item {'-' if at is None else at + 1} {code}"
        told = len(sheet.errors)
        _score_item(sheet, one, other, also, where)
        if one is None or other is None:  # one line for the whole item says it better than one for each cell
            cells = len(sheet.errors) - told
            sheet.errors[told:] = [f"{where}: {'missing' if other is None else 'invented'}, {cells} cells"]
    return sheet


def _score_item(sheet: Sheet, one: Item | None, other: Item | None, also: dict[str, list[Any]], where: str) -> None:
    meant, read = one or {}, other or {}
    for name, same in FIELDS.items():
        if name != "recurrence":
            sheet.cell(name, meant.get(name), read.get(name), same, where, also.get(name, ()))
        elif one is None or other is None:
            sheet.add(name, 0, int(one is None), int(other is None), f"{where}: no partner")
        else:  # a plan that says nothing of recurrence says that there is none
            given = [_or_none(value) for value in also.get(name, ())]
            sheet.cell(name, _or_none(meant.get(name)), _or_none(read.get(name)), same, where, given)
    for name in LISTS:
        sheet.values(name, meant.get(name), read.get(name), same_text, where, also.get(name, ()))


def _or_none(value: Any) -> Any:
    return "none" if is_empty(value) else value
