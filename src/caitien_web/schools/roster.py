"""The people of a unit to choose from by name: typed without marks, told apart where two have the same name."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from caitien.vietnamese.fold import fold
from caitien_web.schools.models import Person
from caitien_web.tenancy.models import Unit


class SeveralPeople(Exception):
    """More than one person bears the name; the text says how to tell them apart."""


class Roster:
    """Who is at a unit on a day, by what one types to choose somebody. One query, when first asked."""

    def __init__(self, unit: Unit, on: date) -> None:
        here = Q(left_on__isnull=True) | Q(left_on__gt=on)
        self._rows = Person.objects.of(unit).filter(here).order_by("folded")
        self._named: dict[str, list[Person]] | None = None

    @property
    def named(self) -> dict[str, list[Person]]:
        """The people by their folded names."""
        if self._named is None:
            self._named = defaultdict(list)
            for person in self._rows:
                self._named[fold(person.full_name)].append(person)
        return self._named

    def label(self, person: Person) -> str:
        """What is typed to choose the person: the name, with what tells homonyms apart."""
        alike = self.named.get(fold(person.full_name), [])
        if len(alike) < 2:
            return person.full_name
        about = " – ".join(filter(None, (person.full_name, person.duty, person.group)))
        same = [one for one in alike if (one.duty, one.group) == (person.duty, person.group)]
        return about if len(same) < 2 else f"{about} ({same.index(person) + 1})"

    def choices(self) -> list[tuple[str, str]]:
        """Each person as (what to type, duty)."""
        return [(self.label(person), person.duty) for alike in self.named.values() for person in alike]

    def find(self, typed: str) -> Person | None:
        """The person of a label or a name, with or without marks; None for nobody. Raises SeveralPeople."""
        alike = self.named.get(fold(typed), [])
        if len(alike) > 1:
            raise SeveralPeople(f"Có {len(alike)} người tên {typed}. Chọn đúng người trong danh sách gợi ý.")
        if alike:
            return alike[0]
        labelled = (one for people in self.named.values() if len(people) > 1 for one in people)
        return next((one for one in labelled if fold(self.label(one)) == fold(typed)), None)
