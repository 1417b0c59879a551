"""From an empty site to a school whose staff can sign in: setting up, bringing staff in, a link, an account."""

from typing import Any

from playwright.sync_api import expect

from caitien.formats.rows import write_rows
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, take_picture

CODE = "ABCD-2345"
PASSWORD = "cây đa đầu làng 7"


def test_an_empty_site_is_set_up(site: Any, settings: Any, transactional_db: None):
    settings.SETUP_CODE = CODE
    page = site.page()
    page.goto(f"{site.address}/thiet-lap/?ma={CODE}")
    assert_accessible(page)
    take_picture(page, "thiet-lap")
    page.get_by_label("Tên đơn vị").fill("Trường Tiểu học Suối Ngọc")
    page.get_by_label("Cấp học").select_option("primary")
    page.get_by_label("UBND xã, phường quản lý").fill("UBND xã Suối Ngọc")
    page.get_by_label("Họ và tên của anh/chị").fill("Hà Thị Mận")
    page.get_by_label("Tên đăng nhập").fill("man.ha")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Thiết lập và bắt đầu").click()
    expect(page.get_by_role("heading", name="Trường Tiểu học Suối Ngọc")).to_be_visible()
    expect(page.get_by_role("heading", name="Đưa mọi người vào")).to_be_visible()
    take_picture(page, "trang-chinh-moi")
    assert_accessible(page)


def test_staff_come_in_and_one_of_them_signs_in(site: Any, school: Unit, head: User, tmp_path: Any):
    staff = tmp_path / "danh-sach.xlsx"
    rows = [("Cầm Thị Sen", "Giáo viên", "Tổ 1", "GV"), ("", "Bảo vệ", "", "")]
    staff.write_bytes(write_rows(("Họ và tên", "Chức vụ", "Tổ", "Vai trò"), rows, title="Danh sách"))
    page = site.page(head)
    page.goto(site.url("people", school.slug))
    page.get_by_role("link", name="Nhập từ Excel").click()
    assert_accessible(page)
    page.set_input_files("input[type=file]", staff)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("thiếu họ và tên")).to_be_visible()
    assert_accessible(page)
    take_picture(page, "nhap-nhan-su")
    page.get_by_role("button", name="Thêm 1 người").click()
    page.get_by_role("link", name="Cầm Thị Sen").click()
    assert_accessible(page)
    page.get_by_role("button", name="Tạo liên kết mở tài khoản").click()
    take_picture(page, "lien-ket")
    assert_accessible(page)
    link = page.get_by_label("Liên kết").input_value()

    hers = site.page(phone=True)
    hers.goto(site.address + "/loi-moi/" + link.rstrip("/").rpartition("/")[2] + "/")
    assert_accessible(hers)
    hers.get_by_label("Tên đăng nhập").fill("sen.cam")
    hers.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    hers.get_by_label("Nhập lại mật khẩu").fill(PASSWORD)
    hers.get_by_role("button", name="Mở tài khoản").click()
    expect(hers.get_by_role("heading", name="Trường Tiểu học Suối Ngọc")).to_be_visible()
    for name in ("history", "unit_particulars", "unit_rename", "person_add"):
        page.goto(site.url(name, school.slug))
        assert_accessible(page)
