"""The parts beside the table: typed, saved against what was seen, shown as they will be printed."""

import re
from typing import Any

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.plans.actions.parts import mark_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.parts import laws_offered
from caitien_web.plans.sections import BY_KEY, SECTIONS, held
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_plan


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


def at(plan: SchoolPlan, rest: str = "cac-phan/") -> str:
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/{rest}"


def save(client: Client, plan: SchoolPlan, key: str, *, base: str | None = None, **given: Any) -> Any:
    base = mark_of(held(plan, BY_KEY[key])) if base is None else base
    wants = {"accept": "application/json"}
    return client.post(at(plan, f"cac-phan/{key}/"), {"base": base, **given}, headers=wants)


def test_every_section_is_shown_and_saved_as_it_is(as_head: Client, plan: SchoolPlan):
    """Saving a form without a change changes nothing: what is typed is what is held."""
    page = as_head.get(at(plan)).content.decode()
    before = dict(plan.parts)
    for section in SECTIONS:
        form = page[page.index(f'id="{section.key}"') :].split("</form>")[0]
        assert as_head.post(at(plan, f"cac-phan/{section.key}/"), fields_of(form)).status_code == 302
    plan.refresh_from_db()
    assert plan.parts == before
    assert not Entry.objects.of(plan.unit).filter(action="plans.parts.written").exists()


def test_lines_become_a_part_and_the_history_tells_it_once(as_head: Client, plan: SchoolPlan):
    told = save(as_head, plan, "purposes", lines="Một ý.\n\nHai ý.").json()
    save(as_head, plan, "purposes", base=told["base"], lines="Một ý.\nHai ý.\nBa ý.")
    plan.refresh_from_db()
    assert plan.parts["purposes"] == ["Một ý.", "Hai ý.", "Ba ý."]
    assert Entry.objects.of(plan.unit).filter(action="plans.parts.written").count() == 1


def test_what_another_wrote_meanwhile_is_not_overwritten(as_head: Client, plan: SchoolPlan):
    seen = mark_of(held(plan, BY_KEY["purposes"]))
    save(as_head, plan, "purposes", lines="Bản thứ nhất.")
    answer = save(as_head, plan, "purposes", base=seen, lines="Bản thứ hai.")
    assert (answer.status_code, answer.json()["theirs"]) == (409, "Bản thứ nhất.")
    page = as_head.post(at(plan, "cac-phan/purposes/"), {"base": seen, "lines": "Bản thứ hai."})
    assert "Bản thứ hai." in page.content.decode()
    again = save(as_head, plan, "purposes", base=answer.json()["base"], lines="Bản thứ hai.")
    assert again.status_code == 200


def test_a_base_is_read_and_one_out_of_force_is_told(as_head: Client, plan: SchoolPlan):
    line = "Thông tư số 18/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ Giáo dục và Đào tạo"
    save(as_head, plan, "legal_bases", lines=line)
    plan.refresh_from_db()
    [basis] = plan.parts["legal_bases"]
    assert (basis["number"], basis["date"]) == ("18/2018/TT-BGDĐT", "2018-08-22")
    page = as_head.get(at(plan)).content.decode()
    assert "Không dùng được" in page
    assert "57/2026/TT-BGDĐT" in page


def test_titles_are_told_to_be_unverified_as_long_as_they_are(as_head: Client, plan: SchoolPlan):
    page = as_head.get(at(plan)).content.decode()
    offered = [law for law, _ in laws_offered(plan, NOW.date())]
    assert offered and ("chưa đối chiếu văn bản gốc" in page) == any(not law.verified for law in offered)


def test_rows_and_counts_are_taken(as_head: Client, plan: SchoolPlan):
    rows = {
        "party": ["Hiệu trưởng", "Tổ Toán", ""],
        "parent": ["", "Hiệu trưởng", ""],
        "duties": ["- Một\n- Hai", "Ba", ""],
    }
    save(as_head, plan, "organisation", **rows)
    counts = {"school_year": "2025 - 2026", "met-1": "24", "total-1": "25", "met-2": "", "total-2": ""}
    save(as_head, plan, "prior_results", **counts)
    plan.refresh_from_db()
    assert plan.parts["organisation"][0]["duties"] == ["Một", "Hai"]
    assert plan.parts["organisation"][1]["parent"] == "Hiệu trưởng"
    assert plan.parts["prior_results"]["levels"] == {"1": {"met": 24, "total": 25}}
    assert "24/25 tiêu chí đạt" in as_head.get(at(plan, "xem-truoc/")).content.decode()


def test_the_preview_is_the_official_page_and_can_run_nothing(as_head: Client, plan: SchoolPlan):
    save(as_head, plan, "document", subject="<script>alert(1)</script>")
    answer = as_head.get(at(plan, "xem-truoc/"))
    page = answer.content.decode()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert "<script" not in page.lower()
    policy = answer["Content-Security-Policy"]
    assert "sandbox allow-same-origin" in policy
    assert "script" not in policy
    assert "default-src 'none'" in policy


def test_nothing_is_written_into_a_plan_that_is_submitted(as_head: Client, plan: SchoolPlan):
    plan.state = "submitted"
    plan.save()
    assert save(as_head, plan, "purposes", lines="Thêm ý.").status_code == 422


def fields_of(form: str) -> dict[str, list[str]]:
    """What a browser would send of a form as it stands."""
    from html import unescape

    sent: dict[str, list[str]] = {}
    for tag in re.finditer(r"<input [^>]*>|<textarea [^>]*>[^<]*</textarea>", form):
        name = re.search(r'name="([^"]*)"', tag[0])
        if not name or ('type="checkbox"' in tag[0] and " checked" not in tag[0]):
            continue
        value = (
            re.search(r'value="([^"]*)"', tag[0]) if tag[0].startswith("<input") else re.search(r">([^<]*)<", tag[0])
        )
        sent.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    return sent
