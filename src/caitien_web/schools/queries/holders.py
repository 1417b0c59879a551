"""Who is meant by a party of a plan ("Phó hiệu trưởng phụ trách CSVC", "Tổ giám sát", a name) on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, IntegerField, Q, Value

from caitien.vietnamese.fold import fold
from caitien_web.schools.models import BodyKind, Membership, Person, Position, Role, RoleAssignment, RoleHolder
from caitien_web.tenancy.models import Unit

_ROLE_NAMES = {
    "hieu truong": Role.HEAD,
    "chu tich hoi dong tu danh gia": Role.HEAD,
    "nguoi dung dau": Role.HEAD,
    "pho hieu truong": Role.VICE_HEAD,
    "ke toan": Role.ACCOUNTANT,
    "thu ky hoi dong": Role.SECRETARY,
    "thu ky hoi dong tu danh gia": Role.SECRETARY,
}
_MANAGERS = {"can bo quan ly", "ban giam hieu", "lanh dao truong", "lanh dao nha truong"}
_EVERYONE = {"can bo, giao vien, nhan vien", "giao vien, nhan vien", "can bo giao vien nhan vien", "vien chuc"}
_BODY_WORDS = {fold(label): kind for kind, label in BodyKind.choices if kind != BodyKind.OTHER}
_CHAIRS = (Position.CHAIR, Position.LEADER, Position.VICE_CHAIR, Position.VICE_LEADER, Position.SECRETARY)


class Holders:
    """The people of a unit by what plans call them, on one day. Two queries, then every answer is in memory.

    In this order: who was named for the role, the person of that name, the body of that name (its leader first), the
    role of rights, the duty in the list of staff. No one is a good answer: the page then asks to name somebody.
    """

    def __init__(self, unit: Unit, on: date) -> None:
        at_unit = Q(unit=unit) | Q(roles__unit=unit)
        rows = Person.everywhere.filter(at_unit).filter(Q(left_on__isnull=True) | Q(left_on__gt=on)).distinct()
        self._known = {person.pk: person for person in rows}
        self._people = [person for person in self._known.values() if person.unit_id == unit.pk]
        self._named: dict[str, list[Person]] = defaultdict(list)
        self._roles: dict[str, list[tuple[Person, str]]] = defaultdict(list)
        self._bodies: dict[str, list[_Member]] = defaultdict(list)
        for what, key, person, words, place, kind in _ties(unit, on):
            if person not in self._known:
                continue
            if what == "named":
                self._named[key].append(self._known[person])
            elif what == "role":
                self._roles[key].append((self._known[person], fold(words)))
            else:
                self._bodies[key].append(_Member(self._known[person], words, place, kind))

    def people(self, party: str) -> list[Person]:
        """The persons of a party, the one who leads first; empty where nobody of the unit is meant."""
        folded = fold(party)
        for found in (
            self._named.get(folded, []),
            [person for person in self._people if person.folded == folded],
            self._body(folded),
            self._by_role(folded),
            [person for person in self._people if fold(person.duty).startswith(folded)] if folded else [],
        ):
            if found:
                return list(dict.fromkeys(found))
        return []

    def parties_of(self, person: Person, parties: Iterable[str]) -> list[str]:
        """Those of the parties that mean this person."""
        return [party for party in parties if person in self.people(party)]

    def _body(self, folded: str) -> list[Person]:
        members = self._bodies.get(folded) or next(
            (members for members in self._bodies.values() if _is_kind(members[0].kind, folded)), []
        )
        return [member.person for member in sorted(members, key=_rank)]

    def _by_role(self, folded: str) -> list[Person]:
        if folded in _EVERYONE:
            return self._people
        if folded in _MANAGERS:
            return [person for role in (Role.HEAD, Role.VICE_HEAD) for person, _ in self._roles[role]]
        name = max((name for name in _ROLE_NAMES if folded.startswith(name)), key=len, default="")
        if not name:
            return []
        rest = folded.removeprefix(name).replace("phu trach", "").strip(" -,()")
        holders = self._roles[_ROLE_NAMES[name]]
        return [person for person, field in holders if not rest or (field and (rest in field or field in rest))]


@dataclass(frozen=True, slots=True)
class _Member:
    person: Person
    position: str
    place: int
    kind: str


def _ties(unit: Unit, on: date) -> Iterable[tuple[str, str, Any, str, int, str]]:
    """What ties people to words, in one query: (what, key, person, words, place, kind of body)."""
    none, first = Value("", CharField()), Value(0, IntegerField())
    named = RoleHolder.on(unit, on).select_related(None).order_by()
    roles = RoleAssignment.on(on).filter(unit=unit).order_by()
    standing = Q(body__until__isnull=True) | Q(body__until__gt=on)
    members = Membership.objects.of(unit).filter(standing, body__since__lte=on, person__isnull=False).order_by()
    return named.values_list(_word("named"), "folded", "person_id", none, first, none).union(
        roles.values_list(_word("role"), "role", "person_id", "field", first, none),
        members.values_list(_word("body"), "body__folded", "person_id", "position", "place", "body__kind"),
        all=True,
    )


def _word(text: str) -> Value:
    return Value(text, CharField())


def _is_kind(kind: str, folded: str) -> bool:
    """Does a plan mean a body of this kind where it names its kind only, as "tổ giám sát kế hoạch"?"""
    return any(known == kind and folded.startswith(words) for words, known in _BODY_WORDS.items())


def _rank(member: _Member) -> tuple[int, int]:
    position = Position(member.position)
    return (_CHAIRS.index(position) if position in _CHAIRS else len(_CHAIRS), member.place)
