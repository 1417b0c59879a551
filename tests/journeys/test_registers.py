"""Self-assessment and the evidence register in a browser: filled in, looked at by everybody, on a phone."""

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import expect

from caitien_web.assessment.actions import Found, add_weakness, mark_criterion, open_assessment, record_recognition
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from web.builders import SAMPLES, a_user

NOW = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)
EDITION = "TT57-2026-PT"


def test_a_criterion_is_assessed(site: Any, school: Unit, head: User):
    assessment = open_assessment(school, from_year=2025, edition=EDITION, by=head, at=NOW)
    mark_criterion(assessment, "1.1", Found({"1": "met"}, strengths="Có kế hoạch rõ."), by=head, at=NOW)
    given = {"kind": "accreditation", "degree": "Cấp độ 3", "number": "2460/QĐ-SGDĐT", "decided_on": NOW.date()}
    record_recognition(school, by=head, at=NOW, **given)
    add_weakness(school, edition=EDITION, criterion="1.2", text="Hồ sơ lưu chưa đủ.", by=head, at=NOW)
    page = site.page(head)
    page.goto(site.url("assessments", school.slug))
    take_picture(page, "tu-danh-gia-danh-sach")
    assert_accessible(page)
    page.get_by_role("link", name="2025 - 2026").click()
    take_picture(page, "tu-danh-gia-bang")
    assert_accessible(page)
    page.goto(site.url("assessment-criterion", school.slug, assessment.pk, "1.2"))
    page.locator("select").nth(1).select_option("met")
    page.get_by_label("Điểm yếu").fill("Chậm cập nhật.\nThiếu minh chứng.")
    take_picture(page, "tu-danh-gia-tieu-chi")
    assert_accessible(page)
    page.get_by_role("button", name="Lưu, về bảng").click()
    expect(page.get_by_text("Đã lưu kết quả tiêu chí 1.2")).to_be_visible()
    expect(page.get_by_text("Thiếu minh chứng.")).to_be_visible()
    page.goto(site.url("plan-new-weaknesses", school.slug))
    take_picture(page, "ke-hoach-tu-diem-yeu")
    assert_accessible(page)
    assert_csp_clean(page)


def test_evidence_is_added_found_and_given_a_new_version(site: Any, school: Unit, head: User):
    page = site.page(head)
    page.goto(site.url("evidence-list", school.slug))
    assert_accessible(page)
    page.get_by_role("link", name="Thêm minh chứng").first.click()
    page.get_by_label("Tên minh chứng").fill("Biên bản họp phụ huynh")
    page.get_by_label("Tiêu chí").select_option("1.3")
    page.locator("input[type=file]").first.set_input_files(SAMPLES / "ke-hoach-mau.docx")
    assert_accessible(page)
    page.get_by_role("button", name="Thêm minh chứng").click()
    expect(page.get_by_text("MC.1.3.01").first).to_be_visible()
    take_picture(page, "minh-chung-mot")
    assert_accessible(page)
    page.goto(site.url("evidence-list", school.slug))
    page.get_by_label("Tìm").fill("bien ban phu huynh")
    page.get_by_role("button", name="Lọc").click()
    expect(page.get_by_role("rowheader", name="MC.1.3.01")).to_be_visible()
    take_picture(page, "minh-chung-danh-sach")
    assert_accessible(page)
    assert_csp_clean(page)


def test_an_officer_brings_in_the_plans_of_the_schools(site: Any, school: Unit):
    page = site.page(a_user(school.parent, Role.OFFICER, "Lò Văn Chiến"))
    page.goto(site.url("plan-imports", school.parent.slug))
    page.locator("input[type=file]").first.set_input_files(SAMPLES / "ke-hoach-mau.docx")
    page.get_by_role("button", name="Gửi và đọc").click()
    expect(page.get_by_role("button", name="Nhập 1 kế hoạch")).to_be_visible()
    take_picture(page, "nhap-nhieu")
    assert_accessible(page)
    page.get_by_role("button", name="Nhập 1 kế hoạch").click()
    expect(page.get_by_text("Đã nhập 1 kế hoạch.")).to_be_visible()
    assert_csp_clean(page)
