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


def test_what_the_checker_finds_is_told_to_those_who_write_or_direct_plans(school: Unit, head: User, as_head: Client):
    plan = a_plan(school)
    item = plan.items.first()
    plan.items.filter(pk=item.pk).update(solution="Cửng cố nề nếp, cửng cố nề nếp.")
    plan.state = "submitted"
    plan.save()
    as_head.get(address(school, "kiem-tra/"))
    assert school.parent
    for unit, role, told in (
        (school, Role.COUNCIL_MEMBER, True),
        (school.parent, Role.OFFICER, True),
        (school, Role.STAFF, False),
        (school, Role.PARENT, False),
    ):
        client = Client()
        client.force_login(a_user(unit, role, f"Người {role}"))
        page = client.get(address(school)).content.decode()
        assert ('class="marks"' in page, "Kiểm tra</a>" in page, 'id="dem-loi"' in page) == (told, told, told), role
        rows = client.get(address(school, "bang/")).content.decode()
        assert ('class="marks"' in rows) == told, role
        listed = client.get(f"/don-vi/{school.slug}/ke-hoach/").content.decode()
        assert ("nên xem" in listed) == told, role
        assert client.get(address(school, "kiem-tra/")).status_code == (200 if told else 403), role
        if role is not Role.PARENT:
            panel = client.get(address(school, f"muc/{item.pk}/ben-canh/"))
            assert panel.status_code == 403 or ("Kiểm tra" in panel.content.decode()) == told, role


def test_whoever_does_not_write_plans_reads_the_printed_page_and_no_empty_form(school: Unit, as_head: Client):
    plan = a_plan(school)
    plan.state = "submitted"
    plan.save()
    staff = Client()
    staff.force_login(a_user(school, Role.STAFF, "Tòng Thị Ín"))
    page = staff.get(address(school, "cac-phan/")).content.decode()
    assert "<textarea" not in page and "xem-truoc/" in page and "Bản in</a>" in page
    page = as_head.get(address(school, "cac-phan/")).content.decode()
    assert "<textarea" in page and "Các phần khác</a>" in page


def test_what_is_for_other_programs_says_so(school: Unit, head: User, as_head: Client):
    a_plan(school, head)
    page = as_head.get(address(school, "xuat/")).content.decode()
    before, _, after = page.partition("Cho phần mềm khác")
    assert "ke-hoach.docx" in before and "ke-hoach.md" not in before
    assert "ke-hoach.md" in after and "ke-hoach.json" in after
