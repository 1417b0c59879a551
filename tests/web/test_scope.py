"""No query without a scope, and no right beyond the table."""

import pytest
from django.test import Client

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.access import may
from caitien_web.schools.models import Role
from caitien_web.tenancy.scope import WithoutScope
from web.builders import a_commune, a_plan, a_province, a_school, a_user

pytestmark = pytest.mark.django_db


def test_a_query_without_a_scope_raises(school):
    for ask in (list, lambda rows: rows.count(), lambda rows: rows.exists(), lambda rows: rows.first()):
        with pytest.raises(WithoutScope):
            ask(SchoolPlan.objects.all())


def test_a_scope_is_the_unit_and_all_below_it(school):
    other = a_school(a_commune(school.parent.parent, "UBND xã Bến Lau"), "Trường THCS Bến Lau", "lower_secondary")
    a_plan(school)
    a_plan(other)
    assert SchoolPlan.objects.within(school.parent).count() == 1
    assert SchoolPlan.objects.within(school.parent.parent).count() == 2
    assert SchoolPlan.objects.of(other).get().unit == other


def test_another_school_does_not_exist_for_one(as_head, school):
    other = a_school(
        a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khác"), "UBND xã Khác"), "Trường Mầm non Khác", "preschool"
    )
    assert as_head.get(f"/don-vi/{school.slug}/").status_code == 200
    assert as_head.get(f"/don-vi/{other.slug}/").status_code == 404
    assert Client().get(f"/don-vi/{school.slug}/").status_code == 302


def test_an_authority_sees_what_is_below_it(school):
    officer = a_user(school.parent, Role.OFFICER, "Lò Văn Tếu")
    assert may(officer, "plan.view_issued", school)
    assert not may(officer, "plan.view", school)
    assert not may(officer, "oversight.view", school.parent.parent)
