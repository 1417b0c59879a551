"""One row of a record as the values of its table's columns; whom and what it names is looked up by the caller."""

from collections.abc import Callable
from typing import Any, Protocol

from caitien_web.record.form import OWN
from caitien_web.record.kinds import Kind, names_a_unit, names_a_user
from caitien_web.record.reading.values import Fault, of_nothing, revived
from caitien_web.schools.models import Person


class Known(Protocol):
    """What is here for what a record names: each gives the key to write, or None where it is not here."""

    def account(self, person: str) -> Any: ...
    def person(self, key: str) -> Any: ...
    def unit(self, slug: str) -> Any: ...
    def row(self, label: str, key: Any) -> Any: ...


def read_row(kind: Kind, told: dict[str, Any], known: Known, lost: Callable[[str], None]) -> dict[str, Any]:
    """The columns of a row by their attribute names. Raises Fault; calls `lost` for what it names and is not here."""
    fields = {field.name: field for field in kind.fields}
    if unknown := sorted(told.keys() - fields.keys() - {link.name for link in kind.links}):
        raise Fault(f"có cột lạ “{unknown[0][:40]}”")
    found = {}
    for name, field in fields.items():
        try:
            given = told[name] if name in told else of_nothing(field)
            found[field.attname] = _value(kind, field, given, known, lost)
        except Fault as fault:
            raise Fault(f"cột “{name}”: {fault}") from None
    return found


def links_of(kind: Kind, told: dict[str, Any]) -> dict[str, list[Any]]:
    """The keys that a row names by its fields of several."""
    found = {link.name: told.get(link.name, []) for link in kind.links}
    for name, keys in found.items():
        if not isinstance(keys, list) or not all(isinstance(key, str | int) for key in keys):
            raise Fault(f"cột “{name}”: sai kiểu dữ liệu")
    return found


def _value(kind: Kind, field: Any, given: Any, known: Known, lost: Callable[[str], None]) -> Any:
    if not field.is_relation:
        return revived(field, given)
    if given is None:
        if field.null:
            return None
        raise Fault("để trống")
    here = _named(kind, field, given, known)
    if here is None:
        if not field.null:
            raise Fault(f"nhắc đến “{str(given)[:60]}” không có trong hồ sơ")
        lost(field.name)
    return here


def _named(kind: Kind, field: Any, given: Any, known: Known) -> Any:
    if names_a_user(field):
        return known.account(_text(given, "nguoi"))
    if names_a_unit(field):
        slug = _text(given, "don_vi")
        if field.name == kind.lookup and slug != OWN:
            raise Fault("dòng này thuộc đơn vị khác")
        return known.unit(slug)
    if not isinstance(given, str | int) or isinstance(given, bool):
        raise Fault("sai kiểu dữ liệu")
    if field.related_model is Person:
        return known.person(str(given))
    return known.row(field.related_model._meta.label_lower, given)


def _text(given: Any, key: str) -> str:
    if not isinstance(given, dict) or not isinstance(given.get(key), str):
        raise Fault("sai kiểu dữ liệu")
    return str(given[key])


__all__ = ["Known", "links_of", "read_row"]
