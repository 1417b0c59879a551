"""A plan from its draft to its second version, and the public page on a phone; a stranger finds none of it."""

from django.test import Client
from django.urls import reverse

from caitien_web.plans.queries.next_steps import STEPS
from caitien_web.schools.models import Role
from journeys.looking import assert_accessible, take_picture
from web.builders import a_commune, a_plan, a_province, a_school, a_user


def test_from_the_draft_to_the_second_version(site, school, head):
    plan = a_plan(school, head)
    parent = a_user(school, Role.PARENT, "Lường Thị Pản")
    here = (school.slug, plan.slug)
    page = site.page(head)
    consult(site, page, site.page(parent, phone=True), here)
    issue(site, page, here)
    publish(site, page, here)
    adjust(site, page, here, plan)
    compare(site, page, here)


def consult(site, page, phone, here):
    page.goto(site.url("plan-consult", *here))
    take_picture(page, "lay-y-kien")
    assert_accessible(page)
    page.get_by_role("button", name="Lấy ý kiến góp ý").click()

    phone.goto(site.url("plan-comments", *here))
    phone.get_by_label("Ý kiến").fill("Cần thêm sân chơi cho học sinh lớp 1.")
    take_picture(phone, "gop-y", phone=True)
    phone.get_by_role("button", name="Gửi góp ý").click()
    assert phone.get_by_text("Cần thêm sân chơi cho học sinh lớp 1.").is_visible()
    assert_accessible(phone)

    page.goto(site.url("plan-comments", *here))
    page.get_by_role("link", name="Trả lời góp ý của Lường Thị Pản").click()
    page.get_by_label("Tiếp thu", exact=True).check()
    page.get_by_label("Trả lời").fill("Đã thêm vào mục 1.")
    assert_accessible(page)
    page.get_by_role("button", name="Lưu câu trả lời").click()
    take_picture(page, "gop-y-da-tra-loi")
    page.get_by_role("link", name="Bảng tổng hợp").click()
    assert_accessible(page)


def issue(site, page, here):
    page.goto(site.url("plan-submit", *here))
    page.get_by_role("button", name="Trình Hiệu trưởng").click()
    page.get_by_role("link", name="Duyệt kế hoạch").click()
    page.get_by_role("button", name="Duyệt kế hoạch").click()
    page.get_by_role("link", name="Ban hành kế hoạch").click()
    page.get_by_label("Họ tên người ký").fill("Hà Thị Mận")
    assert page.get_by_text("chưa ban hành được").count() == 0
    take_picture(page, "ban-hanh")
    assert_accessible(page)
    page.get_by_role("button", name="Ban hành kế hoạch").click()
    assert page.get_by_role("heading", name="Phiên bản 1").is_visible()


def publish(site, page, here):
    page.goto(site.url("plan-publish", *here))
    assert_accessible(page)
    take_picture(page, "cong-khai")
    page.get_by_role("button", name="Công khai", exact=True).click()
    take_picture(page, "xuat")
    assert_accessible(page)
    read_as_everybody(site, here)


def adjust(site, page, here, plan):
    page.goto(site.url("plan-adjust", *here))
    page.get_by_label("Lý do điều chỉnh, bổ sung").fill("Kinh phí cấp chậm")
    page.get_by_role("button", name="Điều chỉnh, bổ sung").click()
    row = plan.items.first()
    row.solution += " Mời cha mẹ học sinh cùng dự."
    row.save()
    page.goto(site.url("plan-issue-adjustment", *here))
    assert page.get_by_label("Nội dung điều chỉnh").input_value() == "Sửa 1 mục"
    page.get_by_label("Số, ký hiệu").fill("45/KH-THSN")
    take_picture(page, "ban-hanh-dieu-chinh")
    assert_accessible(page)
    page.get_by_role("button", name="Ban hành điều chỉnh").click()
    assert page.get_by_role("heading", name="Phiên bản 2").is_visible()
    take_picture(page, "phien-ban")
    assert_accessible(page)


def compare(site, page, here):
    page.get_by_role("link", name="So sánh hai phiên bản").click()
    assert "Mời cha mẹ học sinh cùng dự." in page.locator("ins").last.inner_text()
    take_picture(page, "so-sanh")
    assert_accessible(page)
    page.goto(site.url("plan-history", *here))
    take_picture(page, "quy-trinh")
    assert_accessible(page)
    page.goto(site.url("plan", *here))
    assert_accessible(page)


def read_as_everybody(site, here):
    everybody = site.page(phone=True)
    everybody.goto(site.url("public-plan", *here))
    take_picture(everybody, "trang-cong-khai")
    assert everybody.get_by_role("heading", name="Kế hoạch cải tiến chất lượng giáo dục").is_visible()
    assert_accessible(everybody)
    everybody.goto(site.url("public-unit", here[0]))
    assert_accessible(everybody)


def test_keys_for_programs(site, head):
    page = site.page(head)
    page.goto(site.url("api-keys"))
    page.get_by_label("Tên khóa").fill("Cổng thông tin của Sở")
    page.get_by_role("button", name="Tạo khóa").click()
    assert page.locator("#khoa-moi").inner_text().startswith("ct_")
    take_picture(page, "khoa-api")
    assert_accessible(page)
    page.goto(site.url("api-docs"))
    assert_accessible(page)


def test_a_stranger_finds_nothing(at_once, school, head):
    plan = a_plan(school, head)
    other = a_school(
        a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khe Vắng"), "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng"
    )
    stranger = Client()
    stranger.force_login(a_user(other, Role.HEAD, "Giàng A Sử"))
    names = [*(step.name for step in STEPS), "plan", "plan-history", "plan-comments", "plan-versions", "plan-export"]
    for name in names:
        assert stranger.get(reverse(name, args=[school.slug, plan.slug])).status_code == 404, name
        assert stranger.get(reverse(name, args=[other.slug, plan.slug])).status_code == 404, name
    assert stranger.get(reverse("public-plan", args=[school.slug, plan.slug])).status_code == 404
