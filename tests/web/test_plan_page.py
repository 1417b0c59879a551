"""The plan's page: who sees it."""

from django.test import Client

from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import a_plan, a_school, a_user


def address(unit: Unit, rest: str = "") -> str:
    return f"/don-vi/{unit.slug}/ke-hoach/2026-2027/{rest}"


def test_a_school_sees_its_plan_and_nobody_elses(school: Unit, head: User, as_head: Client):
    a_plan(school, head)
    assert as_head.get(address(school)).status_code == 200
    assert as_head.get(f"/don-vi/{school.slug}/ke-hoach/2030-2031/").status_code == 404
    assert school.parent
    other = a_school(school.parent, "Trường Tiểu học Nà Hang")
    a_plan(other)
    assert as_head.get(address(other)).status_code == 404


def test_an_authority_sees_a_plan_only_once_it_is_submitted(school: Unit):
    plan = a_plan(school)
    assert school.parent
    officer = a_user(school.parent, Role.OFFICER, "Lò Văn Chiến")
    client = Client()
    client.force_login(officer)
    assert client.get(address(school)).status_code == 403
    plan.state = "submitted"
    plan.save()
    assert client.get(address(school)).status_code == 200
