"""A school's record is fetched by its head, and brought into an empty school by the administrator of that one."""

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, take_picture
from web.builders import a_school, a_user
from web.record.builders import a_full_school


def test_a_record_is_fetched_and_brought_in_elsewhere(site: Any, school: Unit, head: User, tmp_path: Path):
    a_full_school(school, head)
    page = site.page(head)
    page.goto(site.url("record", school.slug))
    page.get_by_role("button", name="Xuất hồ sơ").click()
    expect(page.get_by_role("link", name="Tải về")).to_be_visible()
    assert_accessible(page)
    take_picture(page, "xuat-ho-so", phone=False)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Tải về").click()
    path = tmp_path / fetched.value.suggested_filename
    fetched.value.save_as(path)
    bring_in(site, path, school)
    look_at_the_index(site, path)


def bring_in(site: Any, path: Path, school: Unit) -> None:
    assert school.parent
    empty = a_school(school.parent, "Trường Tiểu học Nà Hang", abbreviation="THNH")
    page = site.page(a_user(empty, Role.ADMINISTRATOR, "Quàng Thị Lả"))
    page.goto(site.url("record-bring", empty.slug))
    assert_accessible(page)
    page.set_input_files("[name=file]", path)
    page.get_by_role("button", name="Gửi và kiểm tra").click()
    expect(page.get_by_role("button", name="Nhập hồ sơ vào trường")).to_be_visible()
    assert_accessible(page)
    take_picture(page, "nhap-ho-so", phone=False)
    page.get_by_role("button", name="Nhập hồ sơ vào trường").click()
    expect(page.get_by_text("Đã nhập lúc")).to_be_visible()
    assert SchoolPlan.objects.of(empty).count() == SchoolPlan.objects.of(school).count()


def look_at_the_index(site: Any, path: Path) -> None:
    """Unpacked beside nothing: the index opens from the disk, and leads to files that are there."""
    import zipfile

    folder = path.parent / "mo-ra"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    page = site.page()
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Trường Tiểu học Suối Ngọc")
    take_picture(page, "muc-luc-ho-so", phone=False)
    page.get_by_role("link", name="Nhật ký").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nhật ký")
