"""How a record names what lies outside of it: the school's own rows by their keys, people and units by their names."""

import uuid
from typing import Any

from caitien_web.record.form import OWN
from caitien_web.schools.models import Person, User
from caitien_web.tenancy.models import Unit

_NAMED_BY_ACCOUNT = uuid.UUID("6f0b3c52-7c1e-4f6e-9b55-2d1f0a6b7d11")


class Names:
    """The people and units that rows of one school name. People of other units are kept to be told once."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.own = set(Person.objects.of(unit).values_list("pk", flat=True))
        accounts = User.objects.filter(person__unit=unit).values_list("pk", "person_id")
        self.persons: dict[Any, str] = {user: str(person) for user, person in accounts}
        self.outsiders: dict[str, dict[str, Any]] = {}
        self.units: dict[Any, dict[str, str]] = {unit.pk: {"don_vi": OWN}}

    def user(self, pk: Any) -> dict[str, str] | None:
        """Somebody who did something, as the person: accounts do not travel."""
        if pk is None:
            return None
        if pk not in self.persons:
            self.persons[pk] = self._outsider(User.objects.select_related("person__unit").get(pk=pk))
        return {"nguoi": self.persons[pk]}

    def person(self, pk: Any) -> str | None:
        """The key of a person; one of another unit is remembered."""
        if pk is not None and pk not in self.own and str(pk) not in self.outsiders:
            self._outside_person(Person.everywhere.select_related("unit").get(pk=pk))
        return pk and str(pk)

    def unit_named(self, pk: Any) -> dict[str, str] | None:
        """A unit by its slug and name; the school itself by a sign."""
        if pk is None:
            return None
        if pk not in self.units:
            found = Unit.objects.get(pk=pk)
            self.units[pk] = {"don_vi": found.slug, "ten": found.name}
        return self.units[pk]

    def _outsider(self, user: User) -> str:
        if user.person:
            return self._outside_person(user.person)
        key = str(uuid.uuid5(_NAMED_BY_ACCOUNT, user.username))
        self.outsiders[key] = {"id": key, "full_name": user.username, "unit": None}
        return key

    def _outside_person(self, person: Person) -> str:
        named = {"don_vi": person.unit.slug, "ten": person.unit.name}
        told = {"id": str(person.pk), "full_name": person.full_name, "duty": person.duty, "unit": named}
        self.outsiders[str(person.pk)] = told
        return str(person.pk)
