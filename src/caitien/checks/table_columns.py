"""Which columns a plan's table has, and how wide a fault spreads over its rows."""

from collections.abc import Sized
from functools import lru_cache

from caitien.checks.check import Subject
from caitien.layouts.columns import assign, field_by_sign
from caitien.layouts.forms import FORMS
from caitien.vietnamese.fold import fold


def shown_fields(subject: Subject) -> frozenset[str]:
    """The fields that the table has columns for: by its headings, else by its form, else those that hold something."""
    if subject.wording.columns:
        return frozenset(_by_heading(subject.wording.columns))
    form = next((form for form in FORMS if form.id == subject.plan.form), None)
    if form:
        return frozenset(form.fields)
    names = ("budget_text", "funding_source", "support_conditions", "note", "resources", "time_text")
    return frozenset(name for name in names if any(getattr(item, name) for item in subject.plan.items))


def heading_of(subject: Subject, field: str) -> str | None:
    """The heading of a field's column as written; None where the document's headings are not known."""
    return _by_heading(subject.wording.columns).get(field)


def asks_start_and_end(subject: Subject) -> bool | None:
    """Whether the time column asks for both; None where its heading speaks of neither ("Thời gian")."""
    if {"start_text", "end_text"} <= shown_fields(subject):
        return True
    heading = heading_of(subject, "time_text")
    if heading is None:
        return True if str(subject.plan.form).startswith("cv5932") else None
    plain = fold(heading)
    end = any(word in plain for word in ("hoan thanh", "ket thuc", "thoi han", "han "))
    start = any(word in plain for word in ("thuc hien", "bat dau"))
    return (start and end) if start or end else None


def spreads(rows: Sized, items: Sized) -> bool:
    """Whether a fault of these rows is one of the whole table: in most of them, and in four at least."""
    return len(rows) >= 4 and 2 * len(rows) > len(items)


@lru_cache(maxsize=256)
def _by_heading(columns: tuple[str, ...]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for heading, match in zip(columns, assign(columns), strict=True):
        field = match.field if match else field_by_sign(heading, set(fields))
        if field:
            fields.setdefault(field, heading)
    return fields
