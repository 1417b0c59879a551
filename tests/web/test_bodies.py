"""Councils and teams: founded by a decision, ruled by the edition in force, replaced by a later one."""

from datetime import date

import pytest

from caitien_web.schools.actions import add_person
from caitien_web.schools.actions.bodies import (
    CannotFound,
    Member,
    change_members,
    draft_body,
    draft_decision,
    issue_decision,
)
from caitien_web.schools.actions.holders import name_holder
from caitien_web.schools.models import Body, BodyKind, Position, RoleHolder
from caitien_web.schools.queries.holders import Holders
from web.builders import NOW
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


def people(school, count):
    return [add_person(school, f"Thành Viên {n}", by=None, at=NOW) for n in range(count)]


def a_council(school, members, name="Hội đồng tự đánh giá năm học 2026 - 2027", **given):
    decision = draft_decision(school, subject="Thành lập Hội đồng tự đánh giá", by=None, at=NOW)
    places = [Position.CHAIR, Position.SECRETARY, *[Position.MEMBER] * len(members)]
    listed = [Member(person, position=place) for person, place in zip(members, places, strict=False)]
    return decision, draft_body(decision, BodyKind.COUNCIL, name, listed, by=None, at=NOW, **given)


def issued(decision, number="21/QĐ-THSN", on=date(2026, 9, 10)):
    return issue_decision(
        decision,
        number=number,
        signed_on=on,
        signatory_title="Hiệu trưởng",
        signatory_name="Hà Thị Mận",
        by=None,
        at=NOW,
    )


def test_a_council_of_five_with_chair_and_secretary_is_founded(school):
    decision, council = a_council(school, people(school, 5))
    issued(decision)
    council.refresh_from_db()
    assert council.stands_on(date(2026, 9, 10))
    assert not council.stands_on(date(2026, 9, 9))


@pytest.mark.parametrize(("count", "fault"), [(4, "ít nhất 5 người"), (6, "số lẻ")])
def test_a_council_against_the_rules_is_refused(school, count, fault):
    decision, _ = a_council(school, people(school, count))
    with pytest.raises(CannotFound, match=f"{fault}.*cần đối chiếu"):
        issued(decision)


def test_the_rules_are_those_of_the_edition_in_force(school):
    school.edition = "TT17-2018_TT22-2024"
    school.save()
    decision, _ = a_council(school, people(school, 6))
    with pytest.raises(CannotFound, match="ít nhất 7 người"):
        issued(decision)
    assert not Body.objects.of(school).exclude(since=None).exists()


def test_a_later_decision_replaces_the_council(school):
    members = people(school, 7)
    decision, old = a_council(school, members[:5])
    issued(decision)
    renewal, new = a_council(
        school, members[2:], "Hội đồng tự đánh giá (kiện toàn)", replaces=Body.everywhere.get(pk=old.pk)
    )
    issued(renewal, "35/QĐ-THSN", date(2027, 2, 1))
    old.refresh_from_db()
    new.refresh_from_db()
    assert old.until == new.since == date(2027, 2, 1)
    holders = Holders(school, date(2027, 3, 1))
    assert holders.people("Hội đồng tự đánh giá") == members[2:]


def test_an_issued_decision_is_not_changed(school):
    decision, council = a_council(school, people(school, 5))
    issued(decision)
    with pytest.raises(CannotFound, match="kiện toàn"):
        change_members(Body.everywhere.select_related("decision").get(pk=council.pk), [], by=None, at=NOW)
    with pytest.raises(CannotFound, match="đã ban hành"):
        issued(decision)


def test_nobody_is_twice_in_a_council(school):
    one = people(school, 1)[0]
    with pytest.raises(CannotFound, match="hai lần"):
        a_council(school, [one, one])


def test_a_role_of_the_plan_passes_from_one_to_another(school):
    first, second = people(school, 2)
    name_holder(school, "Tổ trưởng tổ Năng khiếu", first, since=date(2026, 9, 1), by=None, at=NOW)
    name_holder(school, "Tổ trưởng tổ Năng khiếu", second, since=date(2027, 1, 4), by=None, at=NOW)
    assert Holders(school, date(2027, 1, 3)).people("Tổ trưởng tổ năng khiếu") == [first]
    assert Holders(school, date(2027, 1, 4)).people("Tổ trưởng tổ Năng khiếu") == [second]
    assert RoleHolder.objects.of(school).count() == 2


def test_the_page_of_bodies_costs_the_same_for_any_number(school, as_head):
    def more(count):
        for n in range(count):
            decision, _ = a_council(school, people(school, 5), f"Hội đồng {Body.objects.of(school).count()}")
            issued(decision, f"{n}-{decision.pk}/QĐ")

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/to-chuc/"), at_most=10)
