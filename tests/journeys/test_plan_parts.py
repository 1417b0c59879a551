"""The parts beside the table: typed, saved by themselves, seen in the preview."""

from typing import Any

from playwright.sync_api import expect

from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, take_picture
from web.builders import a_plan, a_user


def test_a_part_is_saved_while_typing_and_the_preview_follows(site: Any, school: Unit, head: User):
    plan = a_plan(school, head)
    page = site.page(head)
    page.goto(site.url("plan-parts", school.slug, plan.slug))
    preview = page.frame_locator("#ban-in")
    expect(preview.locator("body")).to_contain_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.locator("#purposes textarea").fill("Nâng chất lượng dạy học ở hai điểm trường.")
    expect(page.locator("#trang-thai")).to_have_text("Đã lưu.")
    expect(preview.locator("body")).to_contain_text("Nâng chất lượng dạy học ở hai điểm trường.")
    page.get_by_text("Chọn văn bản đang có hiệu lực").click()
    page.locator("#legal_bases [data-law]").first.click()
    expect(page.locator("#trang-thai")).to_have_text("Đã lưu.")
    assert_accessible(page)
    take_picture(page, "cac-phan-khac")


def test_the_drafts_marks_of_a_part_go_with_what_was_typed_just_before(site: Any, school: Unit, head: User):
    plan = a_plan(school, head)
    mark = "[Cần quyết định: câu này nhắc năm, văn bản hoặc mức của kế hoạch cũ]"
    plan.parts |= {"purposes": [f"Giữ sân sạch. {mark}", f"Đọc sách. {mark}"]}
    plan.save()
    page = site.page(head)
    page.goto(site.url("plan-parts", school.slug, plan.slug))
    part = page.locator("#purposes")
    part.get_by_text("Đã quyết định, xóa 2 dấu của bản nháp").click()
    assert_accessible(page)
    part.locator("textarea").fill(f"Giữ sân xanh. {mark}\nĐọc sách. {mark}")
    part.get_by_role("button", name="Lưu và xóa các dấu").click()
    expect(part.locator("textarea")).to_have_value("Giữ sân xanh.\nĐọc sách.")
    expect(part.locator(".part-marks")).to_have_count(0)
    plan.refresh_from_db()
    assert plan.parts["purposes"] == ["Giữ sân xanh.", "Đọc sách."]


def test_two_people_at_one_part_see_each_others_text(site: Any, school: Unit, head: User):
    plan = a_plan(school, head)
    one, two = site.page(head), site.page(a_user(school, Role.SECRETARY, "Vàng A Sình"))
    for page in (one, two):
        page.goto(site.url("plan-parts", school.slug, plan.slug))
    one.locator("#recipients textarea").fill("Bản của Mận")
    expect(one.locator("#trang-thai")).to_have_text("Đã lưu.")
    two.locator("#recipients textarea").fill("Bản của Sình")
    expect(two.locator("#recipients .theirs")).to_have_text("Bản của Mận")
    two.locator("#recipients").get_by_role("button", name="Lưu phần này").click()
    expect(two.locator("#trang-thai")).to_have_text("Đã lưu.")
    plan.refresh_from_db()
    assert plan.parts["recipients"] == ["Bản của Sình"]


def test_findings_are_listed_for_everybody(site: Any, school: Unit, head: User):
    plan = a_plan(school, head)
    plan.items.all().update(owner_text="", owners=[])
    page = site.page(head)
    page.goto(site.url("plan-findings", school.slug, plan.slug))
    expect(page.get_by_text("Vì sao, căn cứ nào").first).to_be_visible()
    assert_accessible(page)
