"""Queries whose SQL is worked out once: the same rows as Django's own, asked anew each time."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import F, QuerySet
from django.test import Client

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Role, RoleAssignment, User
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.prepared import Prepared
from caitien_web.tenancy.scope import WithoutScope
from web.builders import NOW, a_plan, a_user

DAY = date(2026, 9, 14)


def roles(person: UUID, on: date) -> QuerySet[Any]:
    found = RoleAssignment.on(on).filter(person_id=person).annotate(named=F("person__full_name"))
    return found.select_related("unit__parent", "person__user").order_by("pk")


def values(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_rows_are_those_that_django_makes(school: Unit, head: User, django_assert_num_queries: Any):
    asked = Prepared(roles, UUID, date)
    staff = a_user(school, Role.STAFF, "Lò Thị Thu")
    for user in (head, staff, head):
        assert user.person_id
        expected = list(roles(user.person_id, DAY))
        with django_assert_num_queries(1):
            found = asked(user.person_id, DAY)
            assert [one.named for one in found] == [str(user)]
            for one, other in zip(found, expected, strict=True):
                assert values(one) == values(other)
                assert values(one.unit) == values(other.unit)
                assert one.unit.parent and values(one.unit.parent) == values(other.unit.parent)
                assert one.person.user == user and one.person.user.person is one.person
    assert asked(head.person_id, DAY - timedelta(days=9999)) == []


def test_what_changed_is_seen_by_the_next_question(school: Unit, head: User):
    asked = Prepared(roles, UUID, date)
    assert [one.role for one in asked(head.person_id, DAY)] == [Role.HEAD]
    RoleAssignment.objects.filter(person=head.person_id).update(until=DAY)
    assert asked(head.person_id, DAY) == []


def test_a_row_can_be_saved_and_read_again(school: Unit, head: User):
    plan = a_plan(school, head)
    asked = Prepared(
        lambda unit, year: SchoolPlan.objects.of(Unit(pk=unit)).filter(from_year=year).select_related("stamp"),
        *(UUID, int),
    )
    (found,) = asked(school.pk, 2026)
    assert values(found) == values(SchoolPlan.objects.of(school).select_related("stamp").get(pk=plan.pk))
    found.closing = "Khác"
    found.save()
    (again,) = asked(school.pk, 2026)
    assert (again.closing, again.stamp.value != found.stamp.value) == ("Khác", True)
    assert asked(school.pk, 2027) == []


@pytest.mark.django_db
def test_a_scope_is_wanted_here_too():
    with pytest.raises(WithoutScope):
        Prepared(lambda year: SchoolPlan.objects.filter(from_year=year), int)(2026)


@pytest.mark.django_db
def test_a_value_that_is_changed_on_its_way_is_refused():
    with pytest.raises(ValueError, match="does not reach the database"):
        Prepared(lambda year: SchoolPlan.objects.of(Unit(pk=UUID(int=1))).filter(from_year=year + 1), int)(2026)


def test_an_account_that_was_closed_or_lost_its_roles_is_out_at_once(as_head: Client, head: User, school: Unit):
    page = f"/don-vi/{school.slug}/"
    assert as_head.get(page).status_code == 200
    RoleAssignment.objects.filter(person=head.person_id).update(until=NOW.date())
    assert as_head.get(page).status_code == 404
    RoleAssignment.objects.filter(person=head.person_id).update(until=None)
    assert as_head.get(page).status_code == 200
    User.objects.filter(pk=head.pk).update(is_active=False)
    assert as_head.get(page).status_code == 302
