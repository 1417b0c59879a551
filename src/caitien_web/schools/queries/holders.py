"""Who is meant by a party of a plan ("Phó hiệu trưởng phụ trách CSVC", "Tổ giám sát", a name) on a day, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from caitien.vietnamese.fold import fold
from caitien_web.schools.models import BodyKind, Person, Position, Role
from caitien_web.schools.models.body import positions_in
from caitien_web.schools.queries.tenures import BODY, NAMED, ROLE, Tenures, Tie
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day

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


class Source(TextChoices):
    """Why a person is meant by a party."""

    NAMED = "named", "Được phân công"
    NAME = "name", "Kế hoạch ghi tên"
    BODY = "body", "Thành viên"
    ROLE = "role", "Vai trò"
    DUTY = "duty", "Chức vụ"
    EVERYONE = "everyone", "Toàn thể"
    DIRECT = "direct", "Giao đích danh"


@dataclass(frozen=True, slots=True)
class Holding:
    """A person meant by a party, the kind of reason, and the reason in words for the page."""

    person: Person
    source: Source
    words: str


class Holders:
    """The people of a unit by what plans call them, on one day. Two queries (none where the tenures are known), then
    every answer is in memory.

    In this order: who was named for the role, the person of that name, the body of that name (its leader first), the
    role of rights, the duty in the list of staff. No one is a good answer: the page then asks to name somebody.
    """

    def __init__(self, unit: Unit, on: date, tenures: Tenures | None = None) -> None:
        tenures = tenures or Tenures(unit, on, on)
        self._known = {one.pk: one for one in tenures.people if one.left_on is None or one.left_on > on}
        self._people = [person for person in self._known.values() if person.unit_id == unit.pk]
        self._ties: dict[str, dict[str, list[Tie]]] = {what: defaultdict(list) for what in (NAMED, ROLE, BODY)}
        for tie in tenures.ties:
            if tie.holds_on(on) and tie.person in self._known:
                self._ties[tie.what][tie.key].append(tie)
        self._found: dict[str, dict[Any, Holding]] = {}

    def people(self, party: str) -> list[Person]:
        """The persons of a party, the one who leads first; empty where nobody of the unit is meant."""
        return [one.person for one in self.holdings(party)]

    def holdings(self, party: str) -> list[Holding]:
        """The persons of a party, each once, with the reason."""
        return list(self._by_person(party).values())

    def means(self, person: Person, party: str) -> bool:
        """Is the person one of the party?"""
        return person.pk in self._by_person(party)

    def _by_person(self, party: str) -> dict[Any, Holding]:
        folded = fold(party)
        if folded not in self._found:
            ways = (self._named, self._by_name, self._body, self._by_role, self._by_duty)
            rows = next((rows for way in ways if (rows := way(folded))), []) if folded else []
            found: dict[Any, Holding] = {}
            for one in rows:
                found.setdefault(one.person.pk, one)
            self._found[folded] = found
        return self._found[folded]

    def go_on_from(self, before: "Holders") -> None:
        """Take over the answers of another day where nothing that they rest on has changed since."""
        same = all(self._ties[what] == before._ties[what] for what in (ROLE, BODY))
        if same and self._known.keys() == before._known.keys():
            kept = {key for key in before._found if self._of(NAMED, key) == before._of(NAMED, key)}
            self._found |= {key: before._found[key] for key in kept}

    def parties_of(self, person: Person, parties: Iterable[str]) -> list[str]:
        """Those of the parties that mean this person."""
        return [party for party in parties if self.means(person, party)]

    def _named(self, folded: str) -> list[Holding]:
        return [self._held(tie, Source.NAMED, f"được phân công từ {day(tie.since)}") for tie in self._of(NAMED, folded)]

    def _by_name(self, folded: str) -> list[Holding]:
        alike = [person for person in self._people if person.folded == folded]
        return [Holding(person, Source.NAME, "kế hoạch ghi đích danh") for person in alike]

    def _body(self, folded: str) -> list[Holding]:
        members = self._of(BODY, folded) or next(
            (ties for ties in self._ties[BODY].values() if _is_kind(ties[0].kind, folded)), []
        )
        return [self._held(tie, Source.BODY, _in_body(tie)) for tie in sorted(members, key=_rank)]

    def _by_role(self, folded: str) -> list[Holding]:
        if folded in _EVERYONE:
            return [Holding(person, Source.EVERYONE, "toàn thể nhà trường") for person in self._people]
        if folded in _MANAGERS:
            ties = [tie for role in (Role.HEAD, Role.VICE_HEAD) for tie in self._of(ROLE, role)]
            return [self._held(tie, Source.ROLE, _in_role(tie)) for tie in ties]
        name = max((name for name in _ROLE_NAMES if folded.startswith(name)), key=len, default="")
        if not name:
            return []
        rest = folded.removeprefix(name).replace("phu trach", "").strip(" -,()")
        ties = [tie for tie in self._of(ROLE, _ROLE_NAMES[name]) if _has_field(tie, rest)]
        return [self._held(tie, Source.ROLE, _in_role(tie)) for tie in ties]

    def _by_duty(self, folded: str) -> list[Holding]:
        found = [person for person in self._people if fold(person.duty).startswith(folded)]
        return [Holding(person, Source.DUTY, f"danh sách nhân sự ghi “{person.duty}”") for person in found]

    def _of(self, what: str, key: str) -> list[Tie]:
        return self._ties[what].get(key, [])

    def _held(self, tie: Tie, source: Source, words: str) -> Holding:
        return Holding(self._known[tie.person], source, words)


def holders_by_day(tenures: Tenures, days: Iterable[date]) -> Iterator[tuple[date, Holders]]:
    """Each of the days, in order, with who is meant by what then. Asks the database for nothing."""
    before = None
    for one in days:
        holders = Holders(tenures.unit, one, tenures)
        if before:
            holders.go_on_from(before)
        yield one, holders
        before = holders


def _has_field(tie: Tie, rest: str) -> bool:
    """Is the role meant with this field ("csvc"), or with any where the plan names none?"""
    field = fold(tie.words)
    return not rest or (bool(field) and (rest in field or field in rest))


def _in_role(tie: Tie) -> str:
    return f"vai trò {Role(tie.key).label}{f' ({tie.words})' if tie.words else ''}"


def _in_body(tie: Tie) -> str:
    position = dict(positions_in(tie.kind)).get(tie.words, "")
    return f"{position or Position(tie.words).label} {tie.name}"


def _is_kind(kind: str, folded: str) -> bool:
    """Does a plan mean a body of this kind where it names its kind only, as "tổ giám sát kế hoạch"?"""
    return any(known == kind and folded.startswith(words) for words, known in _BODY_WORDS.items())


def _rank(tie: Tie) -> tuple[int, int]:
    position = Position(tie.words)
    return (_CHAIRS.index(position) if position in _CHAIRS else len(_CHAIRS), tie.place)
