"""A record goes out and comes in through the pages, with everybody's rights, and its traces in the history."""

import io
import re
import zipfile
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.plans.models import SchoolPlan
from caitien_web.record.actions.bringing import give_up_old
from caitien_web.record.actions.exporting import ask_export, delete_old_exports, make_export
from caitien_web.record.models import RecordExport, RecordImport
from caitien_web.record.places import unpacked, zip_of_export, zip_of_import
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_school, a_user
from web.files import a_file
from web.queries import assert_constant_queries
from web.record.builders import a_full_school, brought, packed

pytestmark = pytest.mark.django_db


def out(unit: Unit, rest: str = "") -> str:
    return f"/don-vi/{unit.slug}/ho-so/{rest}"


def into(unit: Unit, rest: str = "") -> str:
    return f"/don-vi/{unit.slug}/nhap-ho-so/{rest}"


@pytest.fixture
def empty(school: Unit) -> Unit:
    assert school.parent
    return a_school(school.parent, "Trường Tiểu học Nà Hang", abbreviation="THNH")


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_head_has_the_record_made_and_fetches_it(school: Unit, head: User, as_head: Client):
    a_full_school(school, head)
    page = as_head.post(out(school, "xuat/"), follow=True).content.decode()
    made = RecordExport.objects.of(school).get()
    assert made.state == "ready" and "Tải về" in page and f"{made.files} tệp" in page
    answer = as_head.get(out(school, f"{made.pk}/tai/"))
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment") and "sandbox" in answer["Content-Security-Policy"]
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    told = list(Entry.objects.of(school).filter(action__startswith="record.").values_list("action", "actor_name"))
    assert told == [("record.export.fetched", "Hà Thị Mận"), ("record.export.asked", "Hà Thị Mận")]


def test_nobody_else_fetches_it(school: Unit, head: User):
    made = ask_export(school, by=head, at=NOW)
    make_export(made, at=NOW)
    assert as_(a_user(school, Role.VICE_HEAD)).get(out(school, f"{made.pk}/tai/")).status_code == 403
    assert school.parent
    other = a_school(school.parent, "Trường Tiểu học Khe Vắng")
    other_head = a_user(other, Role.HEAD, "Vì Văn Muôn")
    assert as_(other_head).get(out(school, f"{made.pk}/tai/")).status_code == 404
    assert as_(other_head).get(out(other, f"{made.pk}/tai/")).status_code == 404


def test_one_is_made_at_a_time_and_none_is_kept_for_long(school: Unit, as_head: Client, head: User):
    made = ask_export(school, by=head, at=NOW)
    RecordExport.objects.of(school).update(seen_at=NOW + timedelta(days=3650))
    back = {"Referer": f"http://testserver{out(school)}"}
    assert "đang được xuất" in as_head.post(out(school, "xuat/"), follow=True, headers=back).content.decode()
    make_export(made, at=NOW)
    assert zip_of_export(made).is_file()
    assert delete_old_exports(at=NOW + timedelta(days=8)) == 1
    assert not zip_of_export(made).exists()
    assert "đã được xóa khỏi máy chủ" in as_head.get(out(school)).content.decode()
    gone = as_head.get(out(school, f"{made.pk}/tai/"), follow=True, headers=back)
    assert "Xuất lại hồ sơ" in gone.content.decode()


def test_an_administrator_brings_a_record_in(school: Unit, head: User, empty: Unit, tmp_path: Path):
    path = packed(a_full_school(school, head), tmp_path)
    client = as_(a_user(empty, Role.ADMINISTRATOR, "Quàng Thị Lả"))
    page = client.post(into(empty), {"file": a_file(path.name, path.read_bytes())}, follow=True).content.decode()
    assert "Nhập hồ sơ vào trường" in page and "đều khớp" in page and "mật khẩu không đi theo" in page
    assert SchoolPlan.objects.of(empty).count() == 0
    row = RecordImport.objects.of(empty).get()
    page = client.post(into(empty, f"{row.pk}/xac-nhan/"), follow=True).content.decode()
    assert "Đã nhập lúc" in page
    assert SchoolPlan.objects.of(empty).count() == SchoolPlan.objects.of(school).count()
    assert not zip_of_import(row).exists() and not unpacked(row).exists()
    empty.refresh_from_db()
    assert empty.name == school.name and empty.slug != school.slug
    plan = client.get(f"/don-vi/{empty.slug}/ke-hoach/2026-2027/")
    assert plan.status_code == 200 and "86/KH-THSN" in plan.content.decode()


def test_an_administrator_of_the_authority_follows_every_link_of_an_import(
    school: Unit, head: User, empty: Unit, tmp_path: Path
):
    a_full_school(school, head)
    assert empty.parent
    above = as_(a_user(empty.parent, Role.ADMINISTRATOR, "Cầm Văn Ín", "caman"))
    record = brought(empty, packed(school, tmp_path))
    above.post(into(empty, f"{record.pk}/xac-nhan/"))
    pages = [above.get(into(empty)), above.get(into(empty, f"{record.pk}/"))]
    links = {link for page in pages for link in re.findall(r'<a[^>]*href="(/don-vi/[^"]*)', page.content.decode())}
    assert f"/don-vi/{empty.slug}/" in links
    assert [link for link in sorted(links) if above.get(link).status_code != 200] == []


def test_a_record_is_given_up(school: Unit, head: User, empty: Unit, tmp_path: Path):
    path = packed(school, tmp_path)
    client = as_(a_user(empty, Role.ADMINISTRATOR))
    client.post(into(empty), {"file": a_file(path.name, path.read_bytes())})
    row = RecordImport.objects.of(empty).get()
    page = client.post(into(empty, f"{row.pk}/bo/"), follow=True).content.decode()
    assert "Không có gì được ghi" in page
    assert client.post(into(empty, f"{row.pk}/xac-nhan/")).status_code in (302, 409, 422)
    assert RecordImport.objects.of(empty).get().state == "dropped"


def test_a_file_that_is_no_zip_is_refused_at_once(empty: Unit):
    client = as_(a_user(empty, Role.ADMINISTRATOR))
    back = {"Referer": f"http://testserver{into(empty)}"}
    page = client.post(into(empty), {"file": a_file("a.zip", b"%PDF-1.7")}, follow=True, headers=back)
    assert "không phải tệp .zip" in page.content.decode()
    assert "Chọn tệp" in client.post(into(empty), {}).content.decode()
    assert RecordImport.objects.of(empty).count() == 0


def test_what_stood_in_the_way_is_put_right_and_the_record_read_again(
    school: Unit, head: User, empty: Unit, tmp_path: Path
):
    other = a_user(empty, Role.HEAD, "Quàng Thị Lả")
    path = packed(school, tmp_path)
    client = as_(a_user(empty, Role.ADMINISTRATOR, "Vì Văn Muôn"))
    page = client.post(into(empty), {"file": a_file(path.name, path.read_bytes())}, follow=True).content.decode()
    assert "đang có Hiệu trưởng Quàng Thị Lả" in page and "Nhập hồ sơ vào trường</button>" not in page
    assert other.person
    other.person.roles.update(until=NOW.date())
    row = RecordImport.objects.of(empty).get()
    page = client.post(into(empty, f"{row.pk}/doc-lai/"), follow=True).content.decode()
    assert "Nhập hồ sơ vào trường</button>" in page


def test_what_a_killed_worker_left_is_read_again(school: Unit, empty: Unit, tmp_path: Path):
    client = as_(a_user(empty, Role.ADMINISTRATOR, "Vì Văn Muôn"))
    path = packed(school, tmp_path)
    client.post(into(empty), {"file": a_file(path.name, path.read_bytes())})
    rows = RecordImport.objects.of(empty)
    rows.update(state="writing")
    at = into(empty, f"{rows.get().pk}/")
    assert "Đọc lại</button>" not in client.get(at).content.decode()
    rows.update(seen_at=NOW)
    assert "dừng giữa chừng" in client.get(at).content.decode()
    assert "Nhập hồ sơ vào trường</button>" in client.post(f"{at}doc-lai/", follow=True).content.decode()


def test_what_is_left_lying_for_days_is_given_up(school: Unit, empty: Unit, tmp_path: Path):
    made = brought(empty, packed(school, tmp_path))
    assert zip_of_import(made).exists() and give_up_old(at=NOW) == 0
    assert give_up_old(at=NOW + timedelta(days=8)) == 1
    assert not zip_of_import(made).exists() and RecordImport.objects.of(empty).get().state == "dropped"


def test_the_pages_ask_as_often_for_many_as_for_few(school: Unit, head: User, as_head: Client):
    def made(count: int) -> None:
        for _ in range(count):
            RecordExport(unit=school, by=head, at=NOW, state="gone").save()

    assert_constant_queries(made, lambda: as_head.get(out(school)))


class Links(HTMLParser):
    """What a page leads to, and whether it does anything by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value for name, value in attrs if name in ("href", "src") and value]


def test_the_index_leads_to_everything_and_needs_nothing(school: Unit, head: User, tmp_path: Path):
    with zipfile.ZipFile(packed(a_full_school(school, head), tmp_path)) as archive:
        index, names = archive.read("index.html").decode(), set(archive.namelist())
        history = archive.read("nhat-ky.html").decode()
    links = Links()
    links.feed(index)
    assert links.tags & {"script", "iframe", "img", "link", "form"} == set()
    inside = {target for target in links.targets if target.startswith("#")}
    assert all(f'id="{target[1:]}"' in index for target in inside)
    outside = {target for target in links.targets if not target.startswith("#")}
    assert outside <= names
    papers = {name for name in names if name.startswith(("van-ban/", "tep/"))}
    assert {name for name in papers - outside if not name.endswith(".docx")} == set()
    for words in ("Biên bản họp", "MC.1.3.01", "Đã rút: Nhầm năm học", "12/BC-THSN", "Tổ giám sát", "Chờ kinh phí."):
        assert words in index
    assert "ban hành kế hoạch" in history
