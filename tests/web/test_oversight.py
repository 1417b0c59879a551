"""What an authority sees of its schools: the same figures whether kept or counted anew, and nothing of drafts."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from itertools import count

import openpyxl
import pytest
from django.test import Client
from django.utils.html import strip_tags

from caitien.plan import Item
from caitien_web.history.models import Entry
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.models import Work, WorkState
from caitien_web.oversight.keeping import rebuild
from caitien_web.oversight.models import Rollup
from caitien_web.plans.actions import Signing, adjust_plan, approve_plan, issue_plan, return_plan, submit_plan
from caitien_web.schools.models import Role
from web.builders import NOW, a_commune, a_plan, a_province, a_school, a_user, sample
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
YEAR = {"nam": "2026"}


def value(*amounts: int, criterion: str = "4.1", text: str = "Sửa thư viện"):
    rows = [
        Item(criterion=criterion, standard=int(criterion[0]), solution=f"{text} {n}", budget_vnd=amount, end="2026-10")
        for n, amount in enumerate(amounts)
    ]
    return replace(
        sample(), items=tuple(replace(row, funding_source="Ngân sách", owners=("Hiệu trưởng",)) for row in rows)
    )


def issued(school, head, *amounts: int, from_year: int = 2026, to_year: int = 0, **given):
    plan = a_plan(school, head, value=value(*amounts, **given), from_year=from_year, to_year=to_year)
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    number = f"{from_year}-{to_year}/KH" if to_year else f"{from_year}/KH"
    issue_plan(plan, Signing(number, date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận"), by=head, at=NOW)
    return plan


def officer_of(unit, role=Role.OFFICER) -> Client:
    client = Client()
    client.force_login(a_user(unit, role, "Lò Văn Tếu"))
    return client


def page(client, unit, address="tong-hop/", **query) -> str:
    answer = client.get(f"/don-vi/{unit.slug}/{address}", YEAR | query)
    assert answer.status_code == 200
    return " ".join(strip_tags(answer.content.decode().replace("<", " <")).split())


def kept() -> set[tuple]:
    return set(
        Rollup.everywhere.values_list(
            "unit__slug", "from_year", "dimension", "key", "schools", "plans", "items", "done", "amount"
        )
    )


def test_figures_follow_each_step_and_are_those_that_are_counted_anew(school, head):
    commune = school.parent
    other = a_school(commune, "Trường THCS Bến Lau", "lower_secondary")
    other_head = a_user(other, Role.HEAD, "Vàng A Páo")
    plan = a_plan(school, head, value=value(5_000_000, 20_000_000))
    assert kept() == set()
    submit_plan(plan, by=head, at=NOW)
    assert ("ubnd-xa-suoi-ngoc", 2026, "plan", "", 1, 1, 2, 0, 25_000_000) in kept()
    return_plan(plan, by=head, at=NOW, remark="Xem lại kinh phí")
    assert kept() == set()
    issued(other, other_head, 1_000_000, criterion="1.1")
    plan.refresh_from_db()
    submit_plan(plan, by=head, at=NOW)
    now = kept()
    assert (commune.parent.slug, 2026, "plan", "", 2, 2, 3, 0, 26_000_000) in now
    assert (commune.slug, 2026, "source", "Ngân sách", 2, 2, 3, 0, 26_000_000) in now
    assert (commune.slug, 2026, "due", "2026-10-31", 1, 1, 1, 0, 0) in now
    rebuild()
    assert kept() == now


def test_progress_counts_and_an_adjustment_leaves_the_issued_figures(school, head):
    plan = issued(school, head, 5_000_000, 20_000_000)
    work = Work.objects.of(school).first()
    report_progress(work, state=WorkState.UNDER_WAY, percent=50, done="Đã khảo sát", by=head, at=NOW)
    adjust_plan(plan, reason="Thiếu kinh phí", by=head, at=NOW)
    row = plan.items.first()
    row.budget_vnd = 900_000_000
    row.save()
    before = kept()
    assert (school.slug, 2026, "plan", "", 1, 1, 2, 0, 25_000_000) in before
    rebuild()
    assert kept() == before


def test_the_overview_of_a_commune(school, head):
    commune = school.parent
    a_school(commune, "Trường THCS Bến Lau", "lower_secondary")
    issued(school, head, 5_000_000, 20_000_000)
    told = page(officer_of(commune), commune)
    assert "2 trường trực thuộc" in told
    assert re.search(r"Tổng kinh phí dự kiến\s*25.000.000 đ", told)
    assert "Trường chưa có kế hoạch đã trình 1" in told
    assert "Đã ban hành" in told and "4.1." in told and "Ngân sách" in told


def test_an_authority_learns_nothing_of_drafts(school, head):
    a_plan(school, head, value=value(777_000_000, text="Bí mật"))
    commune = school.parent
    client = officer_of(commune)
    for address in ("tong-hop/", "tong-hop/truong/", "thong-ke/"):
        told = page(client, commune, address)
        assert "777" not in told and "Nháp" not in told
    assert "Chưa trình" in page(client, commune, "tong-hop/truong/")


def test_a_school_counts_its_own_drafts(as_head, school, head):
    a_plan(school, head, value=value(5_000_000, None, 20_000_000))
    told = page(as_head, school, "thong-ke/")
    assert "3 mục, kinh phí 25.000.000 đ" in told
    assert "Hiệu trưởng" in told and "Dưới 10 triệu đồng" in told
    rows = list(
        csv.reader(io.StringIO(as_head.get(f"/don-vi/{school.slug}/thong-ke/thong-ke.csv", YEAR).getvalue().decode()))
    )
    assert ["Theo nguồn kinh phí", "Ngân sách", "1", "1", "2", "0", "25000000"] in rows
    answer = as_head.get(f"/don-vi/{school.slug}/thong-ke/thong-ke.xlsx", YEAR)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert ("Theo nguồn kinh phí", "Ngân sách", 1, 1, 2, 0, 25000000) in list(sheet.values)


def test_schools_are_filtered_sorted_and_taken_away_as_files(school, head):
    commune = school.parent
    far = a_school(commune, "Trường THCS Bến Lau", "lower_secondary")
    issued(school, head, 5_000_000)
    client = officer_of(commune.parent)
    province = commune.parent
    assert "Bến Lau" not in page(client, province, "tong-hop/truong/", tu="suoi ngoc")
    assert (
        "Tiểu học" not in page(client, province, "tong-hop/truong/", trang_thai="khong").partition("Kinh phí Trường")[2]
    )
    for sort in ("ten", "-ten", "-qua-han", "qua-han", "-kinh-phi", "trang-thai", "-loi", "muc", "nothing"):
        told = page(client, province, "tong-hop/truong/", xep=sort, noi=commune.slug)
        assert far.name in told and school.name in told
    answer = client.get(f"/don-vi/{province.slug}/tong-hop/truong/danh-sach.xlsx", YEAR)
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert len(rows) == 3 and rows[0][0] == "Trường"
    assert {row[0]: row[10] for row in rows[1:]} == {school.name: 5_000_000, far.name: 0}
    text = (
        client.get(f"/don-vi/{province.slug}/tong-hop/truong/danh-sach.csv", YEAR | {"cap": "primary"})
        .getvalue()
        .decode()
    )
    assert text.startswith("\ufeffTrường,") and school.name in text and far.name not in text


def test_a_school_with_two_plans_in_a_year_stands_once_with_both_and_their_sums(school, head, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2026, 12, 1))
    other = a_school(school.parent, "Trường THCS Bến Lau", "lower_secondary")
    issued(school, head, 5_000_000)
    span = a_plan(school, head, value=value(7_000_000, 1_000_000), from_year=2025, to_year=2030)
    submit_plan(span, by=head, at=NOW)
    client = officer_of(school.parent)
    for sort in ("ten", "-trang-thai", "-loi", "-muc", "-qua-han", "-kinh-phi"):
        told = page(client, school.parent, "tong-hop/truong/", xep=sort)
        assert "; 2 trường" in told
        assert told.count(school.name) == 1 and told.count(other.name) == 1
        line = told[told.index(school.name) :]
        both = "Đã ban hành 2026/KH năm học 2026 - 2027 Đã trình giai đoạn 2025 - 2030 3 1 0 5.000.000 đ"
        assert line.removeprefix(school.name).strip().startswith(both)
        assert "5.000.000 đ" in line and "8.000.000 đ" not in line, (
            "what a plan of years costs counts in its first year"
        )
    for state in ("issued", "submitted"):
        assert "; 1 trường" in page(client, school.parent, "tong-hop/truong/", trang_thai=state)
    assert other.name in page(client, school.parent, "tong-hop/truong/", trang_thai="khong")
    answer = client.get(f"/don-vi/{school.parent.slug}/tong-hop/truong/danh-sach.csv", YEAR)
    row = next(row for row in csv.reader(io.StringIO(answer.getvalue().decode())) if row[0] == school.name)
    assert row[3:7] == ["2026 - 2027; 2025 - 2030", "Đã ban hành; Đã trình", "2026/KH; –", "3"]


def test_what_is_late_is_told_and_drilled_down_to(school, head, monkeypatch):
    issued(school, head, 1, 2)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2026, 12, 1))
    province = school.parent.parent
    client = officer_of(province)
    assert "Việc quá hạn 2" in page(client, province)
    assert page(client, province).count("UBND xã Suối Ngọc") >= 1
    assert "Việc quá hạn 2" in page(client, school.parent)


def test_copied_plans_are_found_in_the_background(school, head, django_capture_on_commit_callbacks):
    commune = school.parent
    other = a_school(commune, "Trường THCS Bến Lau", "lower_secondary")
    long = "Sửa chữa thư viện, bổ sung sách giáo khoa và sách tham khảo cho học sinh toàn trường trong cả năm học này"
    adjusted = issued(school, head, 1, 2, text=long)
    adjust_plan(adjusted, reason="Thiếu kinh phí", by=head, at=NOW)
    adjusted.items.update(solution="", target_result="")  # what is in force is compared, not what is being written
    issued(other, a_user(other, Role.HEAD, "Vàng A Páo"), 3, text=long)
    client = officer_of(commune)
    assert "Chưa so lần nào" in page(client, commune, "tong-hop/trung-lap/")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/don-vi/{commune.slug}/tong-hop/trung-lap/so/", YEAR)
    assert answer.status_code == 302
    told = page(client, commune, "tong-hop/trung-lap/")
    assert "Đã so 2 kế hoạch" in told and other.name in told
    assert Entry.objects.of(commune).filter(action="oversight.copies.asked").count() == 1


def test_a_school_sees_no_overview_and_another_authority_nothing(school, as_head):
    assert as_head.get(f"/don-vi/{school.slug}/tong-hop/").status_code == 403
    assert as_head.get(f"/don-vi/{school.parent.slug}/tong-hop/").status_code == 404
    far = a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khác"), "UBND xã Khác")
    assert officer_of(far).get(f"/don-vi/{school.parent.slug}/tong-hop/").status_code == 404


@pytest.mark.parametrize("address", ["tong-hop/", "tong-hop/truong/", "tong-hop/truong/danh-sach.csv", "thong-ke/"])
def test_as_many_queries_for_many_schools_as_for_few(address, school):
    province = school.parent.parent
    client = officer_of(province)
    names = count(1)

    def more(number: int) -> None:
        for n in names:
            one = a_school(a_commune(province, f"UBND xã Bản {n}"), f"Trường Tiểu học Bản {n}", abbreviation=f"TH{n}")
            issued(one, a_user(one, Role.HEAD, f"Giàng A {n}"), 1_000_000)
            if n % 2:
                submit_plan(a_plan(one, from_year=2025, to_year=2030), by=None, at=NOW)
            if n % number == 0:
                return

    assert_constant_queries(
        more,
        lambda: (
            client.get(f"/don-vi/{province.slug}/{address}", YEAR).getvalue()
            if "csv" in address
            else page(client, province, address)
        ),
    )


def test_trends_over_years(school, head):
    for year in (2024, 2025, 2026):
        issued(school, head, 1_000_000, from_year=year)
    told = page(officer_of(school.parent), school.parent)
    assert "Qua các năm học" in told and "2024 - 2025" in told
