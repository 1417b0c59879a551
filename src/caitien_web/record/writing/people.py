"""People of a record: those who are here already, those of other units, and the names under which they wrote."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.text import slugify

from caitien.vietnamese.fold import fold
from caitien_web.record.reading.source import Source
from caitien_web.record.writing.keys import Keys
from caitien_web.schools.models import Person, User
from caitien_web.tenancy.models import Unit


def take_in_outsiders(source: Source, unit: Unit, keys: Keys, on: date) -> None:
    """People of other units whom rows name: kept in the school's list as people who are not there (any more)."""
    for told in source.outsiders():
        of = told.get("unit") or {}
        name, where = str(told["full_name"])[:100], str(of.get("ten", ""))[:90]
        person = Person(unit=unit, full_name=name, folded=fold(name), left_on=on)
        person.duty = f"Người của {where}" if where else "Người ngoài đơn vị"
        person.save()
        keys.set("schools.person", told["id"], person.pk)


def fill_in(person: Person, values: dict[str, Any]) -> None:
    """What the record knows of a person who is here, where nothing is written yet."""
    empty = [name for name in ("duty", "group", "email", "phone") if not getattr(person, name) and values[name]]
    for name in empty:
        setattr(person, name, values[name])
    person.save(update_fields=empty)


def accounts_for(told: Iterable[str], names: dict[str, str], keys: Keys) -> dict[str, Any]:
    """The account by which each person is named: {key in the record: account}.

    Accounts do not travel. Who has none here gets one that nobody can sign in with until a link gives it a password.
    """
    people = {key: keys.get("schools.person", key) for key in told}
    here = dict(User.objects.filter(person__in=people.values()).values_list("person_id", "pk"))
    by_person = {str(person): account for person, account in here.items()}
    return {
        key: by_person.get(str(person)) or _without_password(person, names.get(key, ""))
        for key, person in people.items()
    }


def _without_password(person: Any, name: str) -> Any:
    stem = slugify(fold(name))[:40] or "nguoi-dung"
    taken = set(User.objects.filter(username__istartswith=stem).values_list("username", flat=True))
    taken = {one.casefold() for one in taken}
    username = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 100_000))) if one not in taken)
    return User.objects.create_user(username, None, person_id=person).pk
