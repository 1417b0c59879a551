"""Councils and teams to begin a test with."""

from datetime import date
from typing import Any

from caitien_web.schools.actions import add_person
from caitien_web.schools.actions.bodies import Member, draft_body, draft_decision, issue_decision
from caitien_web.schools.models import Body, BodyKind, Decision, Person, Position
from caitien_web.tenancy.models import Unit
from web.builders import NOW

NAMES = ("Lò Thị Xuân", "Quàng Văn Lả", "Cầm Thị Hiên", "Vì Văn Muôn", "Mè Thị Lún", "Tòng Thị Ban", "Hà Văn Piêng")
OFFICES = ("Hiệu trưởng", "Phó Hiệu trưởng", "Thư ký hội đồng trường", "Tổ trưởng tổ 1", "Tổ trưởng tổ 2")


def some_people(unit: Unit, count: int) -> list[Person]:
    """People of the unit with offices; the names begin anew after seven."""
    offices = (*OFFICES, *["Giáo viên"] * count)
    names = [f"{NAMES[n % len(NAMES)]} {' ABCDEFG'[n // len(NAMES)]}".strip() for n in range(count)]
    return [add_person(unit, name, duty=duty, by=None, at=NOW) for name, duty in zip(names, offices, strict=False)]


def a_decision(unit: Unit, subject: str = "Thành lập Hội đồng tự đánh giá") -> Decision:
    return draft_decision(unit, subject=subject, by=None, at=NOW)


def a_body(decision: Decision, kind: str, name: str, people: list[Person], **given: Any) -> Body:
    """The first leads, the second takes the minutes in a council."""
    first = {BodyKind.COUNCIL: [Position.CHAIR, Position.SECRETARY]}.get(BodyKind(kind), [Position.LEADER])
    places = [*first, *[Position.MEMBER] * len(people)]
    members = [Member(person, position=place) for person, place in zip(people, places, strict=False)]
    return draft_body(decision, kind, name, members, by=None, at=NOW, **given)


def a_council(unit: Unit, count: int = 5) -> Body:
    """A council of so many, in a draft decision."""
    return a_body(a_decision(unit), BodyKind.COUNCIL, "Hội đồng tự đánh giá", some_people(unit, count))


def issued(
    decision: Decision | None, number: str = "21/QĐ-THSN", on: date = date(2026, 9, 14), **given: Any
) -> Decision:
    assert decision is not None
    signed = {"signatory_title": "Hiệu trưởng", "signatory_name": "Hà Thị Mận"} | given
    return issue_decision(decision, number=number, signed_on=on, by=None, at=NOW, **signed)
