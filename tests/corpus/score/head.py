"""Scoring what stands around the plan's table."""

from typing import Any

from rapidfuzz import fuzz

from corpus.score.count import Sheet, texts_of
from corpus.score.same import is_empty, plain, same_edition, same_exactly, same_number, same_sign, same_text

CELLS = {
    "school.name": same_text,
    "school.level": same_exactly,
    "school.governing_body": same_text,
    "school.place": same_text,
    "document.number": same_sign,
    "document.date": same_exactly,
    "document.subject": same_text,
    "document.school_year": same_sign,
    "document.period.from_year": same_number,
    "document.period.to_year": same_number,
    "framework": same_edition,
}
LISTS = {"purposes": same_text, "weak_criteria": same_exactly, "target_criteria": same_exactly, "recipients": same_text}
ROWS = {
    "problems": ("standard", "criterion", "current_state", "limitation", "cause"),
    "reviews": ("when", "content", "result", "adjustment", "reviewer"),
}
EXACT = {"standard": same_number, "criterion": same_exactly}


def score_head(meant: dict[str, Any], read: dict[str, Any], accept: dict[str, Any]) -> Sheet:
    """Head, bases, lists, organisation, small tables and signature of a plan."""
    sheet = Sheet()
    for path, same in CELLS.items():
        sheet.cell(path, _at(meant, path), _at(read, path), same, path, accept.get("head", {}).get(path, ()))
    _score_bases(sheet, meant, read, accept.get("also", {}))
    for name, same in LISTS.items():
        if not (name in accept.get("optional", []) and is_empty(read.get(name))):
            sheet.values(name, meant.get(name), read.get(name), same, name)
    _score_organisation(sheet, meant, read, accept)
    _score_rows(sheet, meant, read)
    for name in ("title", "name"):
        sheet.cell(
            f"signatory.{name}", _at(meant, f"signatory.{name}"), _at(read, f"signatory.{name}"), same_text, "signatory"
        )
    return sheet


def _at(data: Any, path: str) -> Any:
    for step in path.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _cited(basis: dict[str, Any]) -> tuple[str, str] | None:
    number = basis.get("number")
    return None if is_empty(number) else ("".join(plain(number).split()), basis.get("date") or "")


def _same_basis(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Equal number and date; where there is no number, equal words."""
    if _cited(one) or _cited(other):
        return _cited(one) == _cited(other)
    return same_text(*(plain(basis.get("text") or "").removeprefix("căn cứ ") for basis in (one, other)))


def _score_bases(sheet: Sheet, meant: dict[str, Any], read: dict[str, Any], also: dict[str, Any]) -> None:
    left = list(read.get("legal_bases") or [])
    for at, basis in enumerate(meant.get("legal_bases") or []):
        hit = next((other for other in left if _same_basis(basis, other)), None)
        label = basis.get("number") or basis["text"][:60]
        sheet.add("legal_bases", int(hit is not None), 0, int(hit is None), f"missing {label!r} {basis.get('date')}")
        if hit is not None:
            left.remove(hit)
        for second in also.get(str(at), []):  # another paper cited in the same sentence: may be read, need not
            twin = next((other for other in left if _cited(other) == _cited(second)), None)
            if twin is not None:
                left.remove(twin)
    for other in left:
        label = other.get("number") or other.get("text")
        sheet.add("legal_bases", 0, 1, 0, f"invented {label!r} {other.get('date')}")


def _score_organisation(sheet: Sheet, meant: dict[str, Any], read: dict[str, Any], accept: dict[str, Any]) -> None:
    left = list(read.get("organisation") or [])
    for at, part in enumerate(meant.get("organisation") or []):
        names = [part["party"], *accept.get("party", {}).get(str(at), [])]
        likeness = [max(fuzz.ratio(plain(name), plain(other.get("party") or "")) for name in names) for other in left]
        if not likeness or max(likeness) < 70:
            sheet.add("organisation.party", 0, 0, 1, f"missing {part['party']!r}")
            sheet.add("organisation.duties", 0, 0, len(texts_of(part["duties"])), f"missing all of {part['party']!r}")
            continue
        other = left.pop(likeness.index(max(likeness)))
        sheet.cell("organisation.party", part["party"], other.get("party"), same_text, "party", names[1:])
        may_miss = accept.get("optional_duties", {}).get(str(at), ())
        sheet.values(
            "organisation.duties", part["duties"], other.get("duties"), same_text, part["party"], may_miss=may_miss
        )
    for other in left:
        sheet.add("organisation.party", 0, 1, 0, f"invented {other.get('party')!r}")
        duties = texts_of(other.get("duties"))
        sheet.add("organisation.duties", 0, len(duties), 0, f"invented {len(duties)} under {other.get('party')!r}")


def _score_rows(sheet: Sheet, meant: dict[str, Any], read: dict[str, Any]) -> None:
    """The small tables of the TT57 form, row by row in order."""
    for table, names in ROWS.items():
        wanted, given = meant.get(table) or [], read.get(table) or []
        for at in range(max(len(wanted), len(given))):
            one, other = (rows[at] if at < len(rows) else {} for rows in (wanted, given))
            for name in names:
                same = EXACT.get(name, same_text)
                sheet.cell(f"{table}.{name}", one.get(name), other.get(name), same, f"{table} {at + 1}")
