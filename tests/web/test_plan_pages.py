"""The pages of a plan's steps, comments, versions and exports, and what everybody may see."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from caitien_web.plans.actions import (
    CannotComment,
    CannotPublish,
    Signing,
    adjust_plan,
    answer_comment,
    approve_plan,
    comment_on,
    consult_plan,
    drop_adjustment,
    issue_adjustment,
    issue_plan,
    publish_plan,
    submit_plan,
)
from caitien_web.plans.convert import read_again
from caitien_web.plans.models import CellChange, SchoolPlan
from caitien_web.plans.queries.comparison import changed_words, compare, side_of_now, side_of_version
from caitien_web.plans.queries.documents import BY_ENDING, FORM_IDS
from caitien_web.plans.queries.findings import findings_of
from caitien_web.plans.queries.versions import next_number, signatory_of
from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Role
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_plan, a_user
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")
AGAIN = Signing("30/KH-THSN", date(2026, 11, 2), "Hiệu trưởng", "Hà Thị Mận")
LATER = NOW + timedelta(days=60)


@pytest.fixture
def plan(school, head) -> SchoolPlan:
    return a_plan(school, head)


def issued(plan: SchoolPlan) -> SchoolPlan:
    submit_plan(plan, by=None, at=NOW)
    approve_plan(plan, by=None, at=NOW)
    issue_plan(plan, SIGNING, by=None, at=NOW)
    return plan


def adjusted(plan: SchoolPlan) -> SchoolPlan:
    issued(plan)
    adjust_plan(plan, reason="Kinh phí cấp chậm", by=None, at=LATER)
    first, last = plan.items.first(), plan.items.last()
    plan.items.filter(pk=first.pk).update(solution=f"{first.solution} Mời phụ huynh cùng dự.")
    plan.items.filter(pk=last.pk).update(removed_at=LATER)
    issue_adjustment(plan, AGAIN, summary="Thêm phụ huynh", approved_by="Hiệu trưởng", by=None, at=LATER)
    return plan


def at(plan: SchoolPlan, rest: str) -> str:
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/{rest}"


def test_a_step_is_taken_on_its_page(as_head, plan):
    page = as_head.get(at(plan, "buoc/trinh/"))
    assert "Trình Hiệu trưởng" in page.content.decode()
    answer = as_head.post(at(plan, "buoc/trinh/"), {"remark": "Kính trình"}, follow=True)
    assert "Đã trình Hiệu trưởng." in answer.content.decode()
    assert "Duyệt kế hoạch" in answer.content.decode()
    plan.refresh_from_db()
    assert plan.state == "submitted"


def test_a_step_that_cannot_be_taken_leads_back(as_head, plan):
    answer = as_head.get(at(plan, "buoc/ban-hanh/"), follow=True)
    assert "chưa làm được “Ban hành kế hoạch”" in answer.content.decode()


def test_a_refused_issue_keeps_what_was_typed(as_head, plan):
    plan.items.all().update(owner_text="", owners=[])
    submit_plan(plan, by=None, at=NOW)
    approve_plan(plan, by=None, at=NOW)
    typed = {"number": "77/KH-THSN", "signed_on": "14/9/2026", "title": "Hiệu trưởng", "name": "Hà Thị Mận"}
    answer = as_head.post(at(plan, "buoc/ban-hanh/"), typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Chưa ban hành được: kế hoạch còn" in page and "77/KH-THSN" in page
    assert f'href="{at(plan, "buoc/tra-lai/")}"' in page, "from here one can mend it"


def test_an_issue_keeps_the_signed_file_and_hands_it_out_whole(as_head, plan):
    submit_plan(plan, by=None, at=NOW)
    approve_plan(plan, by=None, at=NOW)
    scan = SimpleUploadedFile("Bản ký.pdf", b"%PDF-1.7 signed")
    typed = {"number": "12/KH-THSN", "signed_on": "14/9/2026", "title": "Hiệu trưởng", "name": "Hà Thị Mận"}
    answer = as_head.post(at(plan, "buoc/ban-hanh/"), typed | {"signed_file": scan}, follow=True)
    assert "Bản ký.pdf" in answer.content.decode()
    file = plan.versions.get().files.get()
    assert (file.content_type, len(file.sha256)) == ("application/pdf", 64)
    got = as_head.get(at(plan, f"phien-ban/1/tep/{file.pk}/"))
    assert b"".join(got.streaming_content) == b"%PDF-1.7 signed"
    assert got["Content-Disposition"].startswith("attachment")


def test_what_is_no_signed_file_is_refused(as_head, plan):
    issued(plan)
    page = SimpleUploadedFile("ban-ky.pdf", b"<html><script>alert(1)</script></html>")
    came_from = f"http://testserver{at(plan, 'phien-ban/')}"
    answer = as_head.post(at(plan, "phien-ban/1/dinh-kem/"), {"file": page}, HTTP_REFERER=came_from, follow=True)
    assert "không phải PDF hay ảnh" in answer.content.decode()
    assert not plan.versions.get().files.exists()


def test_the_next_number_follows_the_highest_of_the_year(school, plan):
    assert next_number(school, date(2026, 9, 14)) == "01/KH-THSN"
    issued(plan)
    assert next_number(school, date(2026, 12, 1)) == "13/KH-THSN"
    assert next_number(school, date(2027, 1, 5)) == "01/KH-THSN"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Trường Tiểu học Suối Ngọc", "THSN"),
        ("Trường THCS Đồi Sim", "THCSĐS"),
        ("Trường Mầm non 3/2", "MN"),
        ("Trung tâm GDNN - GDTX Bến Nước", "TTGDNNGDTXBN"),
    ],
)
def test_a_school_without_an_abbreviation_numbers_by_its_initials(name, short):
    assert next_number(Unit(name=name, path="x"), date(2026, 9, 14)) == f"01/KH-{short}"


def test_the_head_signs_what_still_names_who_signed_the_file_it_was_read_from(school, head, plan):
    plan.signatory_name = "Người Ký Năm Trước"
    assert signatory_of(plan, NOW.date()) == head.person.full_name
    plan.signatory_name = add_person(school, "Lò Văn Đếm", by=None, at=NOW).full_name
    assert signatory_of(plan, NOW.date()) == "Lò Văn Đếm", "a vice-head signs for the head"


def test_a_draft_is_told_what_will_stand_in_the_way_of_its_issue(as_head, plan):
    plan.parts["recipients"] = ["Phòng GD&ĐT huyện Suối Ngọc"]
    plan.save()
    assert "thuộc cấp huyện, đã kết thúc hoạt động" in as_head.get(at(plan, "kiem-tra/")).content.decode()


def test_a_draft_of_one_school_year_is_held_to_that_year(as_head, plan):
    item = plan.items.first()
    item.time_text = "Từ tháng 9/2026 đến tháng 12/2028"
    read_again(item, "time_text")
    item.save()
    plan.save()
    found = {finding.code for finding in findings_of(plan, plan.rows())}
    assert "P02" in found and "P02" in as_head.get(at(plan, "kiem-tra/")).content.decode()


def test_staff_and_parents_comment_and_get_answers(school, head, plan, as_head):
    parent = Client()
    parent.force_login(a_user(school, Role.PARENT, "Lường Thị Pản"))
    assert parent.get(at(plan, "gop-y/")).status_code == 403
    consult_plan(plan, until=timezone.localdate() + timedelta(days=3), by=head, at=timezone.now())
    item = plan.items.first()
    assert str(item.pk) in parent.get(at(plan, f"gop-y/?muc={item.pk}")).content.decode()
    answer = parent.post(at(plan, "gop-y/gui/"), {"item": str(item.pk), "text": "Cần thêm sân chơi"}, follow=True)
    assert "Cần thêm sân chơi" in answer.content.decode()
    comment = plan.comments.get()
    refused = as_head.post(at(plan, f"gop-y/{comment.pk}/"), {"taken_up": "no", "answer": ""})
    assert (refused.status_code, "ghi lý do" in refused.content.decode()) == (422, True)
    as_head.post(at(plan, f"gop-y/{comment.pk}/"), {"taken_up": "yes", "answer": "Đã thêm vào mục 1"})
    assert "Đã thêm vào mục 1" in parent.get(at(plan, "gop-y/")).content.decode()
    report = as_head.get(at(plan, "gop-y/tong-hop/")).content.decode()
    assert "Lường Thị Pản" in report and "tiếp thu 1" in report
    assert as_head.get(at(plan, "gop-y/tong-hop.pdf")).content.startswith(b"%PDF")


def test_no_comment_without_consultation_or_after_its_last_day(head, plan):
    with pytest.raises(CannotComment, match="không còn mở lấy ý kiến"):
        comment_on(plan, "Ý kiến", by=head, at=NOW)
    consult_plan(plan, until=date(2026, 9, 20), by=head, at=NOW)
    with pytest.raises(CannotComment, match="đã hết hạn góp ý ngày 20/9/2026"):
        comment_on(plan, "Ý kiến", by=head, at=LATER)


def test_two_versions_stand_side_by_side(as_head, plan):
    adjusted(plan)
    first, second = plan.versions.all()
    found = compare(side_of_version(first), side_of_version(second))
    assert sorted(item.kind for item in found.items) == ["changed", "removed"]
    assert found.summary == "sửa 1 mục, bỏ 1 mục"
    page = as_head.get(at(plan, "phien-ban/so-sanh/")).content.decode()
    assert re.search(r"<ins>.*Mời phụ huynh cùng dự\.", page, re.DOTALL)
    assert as_head.get(at(plan, "phien-ban/so-sanh/?tu=1&den=9")).status_code == 404


def test_changed_words_are_marked_in_both_texts():
    before, after = changed_words("Mua 5 máy tính mới", "Mua 7 máy tính")
    assert [run.text for run in before if run.kind == "gone"] == ["5", " mới"]
    assert [run.text for run in after if run.kind == "new"] == ["7"]
    assert "".join(run.text for run in after) == "Mua 7 máy tính"


def test_an_adjustment_given_up_leaves_the_plan_as_it_was_issued(head, plan):
    issued(plan)
    adjust_plan(plan, reason="Thử", by=head, at=LATER)
    plan.items.filter(pk=plan.items.first().pk).update(solution="Khác hẳn", budget_vnd=5)
    plan.items.filter(pk=plan.items.last().pk).update(removed_at=LATER)
    plan.items.create(plan=plan, place=99_000, solution="Mục thêm")
    plan.parts = {}
    plan.save()
    drop_adjustment(plan, by=head, at=LATER)
    version = plan.versions.get()
    assert side_of_now(plan).data == version.data
    assert side_of_now(plan).rows == version.rows
    assert (
        CellChange.objects.of(plan.unit).filter(field="solution", after=version.data["items"][0]["solution"]).exists()
    )


@pytest.mark.parametrize("ending", list(BY_ENDING))
def test_a_version_goes_out_in_every_form_and_format(as_head, plan, ending):
    issued(plan)
    for form in FORM_IDS:
        answer = as_head.get(at(plan, f"phien-ban/1/ke-hoach.{ending}?mau={form}"))
        assert answer.status_code == 200 and answer.content
        assert "filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch" in answer["Content-Disposition"]
        again = as_head.get(at(plan, f"phien-ban/1/ke-hoach.{ending}?mau={form}"), HTTP_IF_NONE_MATCH=answer["ETag"])
        assert again.status_code == 304


def test_the_frozen_json_is_the_version(as_head, plan):
    issued(plan)
    version = plan.versions.get()
    assert json.loads(as_head.get(at(plan, "phien-ban/1/ke-hoach.json")).content) == version.data


def test_a_draft_says_that_it_is_one(as_head, plan):
    answer = as_head.get(at(plan, "xuat/ke-hoach.md"))
    assert "DỰ THẢO – chưa ban hành" in answer.content.decode()
    assert "D%E1%BB%B0%20TH%E1%BA%A2O" in answer["Content-Disposition"]
    assert as_head.get(at(plan, "xuat/ke-hoach.pdf")).content.startswith(b"%PDF")
    assert as_head.get(at(plan, "xuat/ke-hoach.md?mau=khac")).status_code == 404


def test_everybody_reads_a_public_plan_without_names(school, plan):
    add_person(school, "Cà Văn Lả", by=None, at=NOW, duty="Tổ trưởng tổ 4-5")
    item = plan.items.first()
    plan.items.filter(pk=item.pk).update(owner_text="Cà Văn Lả, 0912 345 678, lavan@truong.vn")
    issued(plan)
    everybody, address = Client(), f"/cong-khai/{school.slug}/{plan.slug}/"
    assert everybody.get(address).status_code == 404
    publish_plan(plan, parts=["purposes", "table", "table.owner_text"], by=None, at=NOW)
    answer = everybody.get(address)
    page = answer.content.decode()
    assert "Tổ trưởng tổ 4-5" in page and "Cà Văn Lả" not in page
    assert "0912" not in page and "@truong.vn" not in page and "Hà Thị Mận" not in page
    assert answer["Cache-Control"] == "public, max-age=300" and "Cookie" not in answer.get("Vary", "")
    assert everybody.get(address, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    assert everybody.get(f"{address}ma-qr.svg").content.startswith(b"<?xml")
    assert plan.period_words in everybody.get(f"/cong-khai/{school.slug}/").content.decode()


def test_the_choice_of_public_parts_is_asked_and_kept(as_head, school, plan):
    issued(plan)
    with pytest.raises(CannotPublish, match="chưa chọn phần nào"):
        publish_plan(plan, parts=["signatory"], by=None, at=NOW)
    form = {"parts": ["table", "signatory"], "columns": ["solution"]}
    assert "Bản xem trước" in as_head.get(at(plan, "cong-khai/xem-truoc/"), form).content.decode()
    as_head.post(at(plan, "buoc/cong-khai/"), form)
    page = Client().get(f"/cong-khai/{school.slug}/{plan.slug}/").content.decode()
    assert "Giải pháp" in page and "Kinh phí" not in page and "Hà Thị Mận" in page
    assert as_head.get(at(plan, "cong-khai/thong-bao.pdf")).content.startswith(b"%PDF")
    as_head.post(at(plan, "buoc/thoi-cong-khai/"))
    assert Client().get(f"/cong-khai/{school.slug}/{plan.slug}/").status_code == 404


def test_pages_ask_as_often_for_many_rows_as_for_few(as_head, head, school, plan):
    consult_plan(plan, until=timezone.localdate() + timedelta(days=3), by=head, at=timezone.now())
    item = plan.items.first()

    def comments(count: int) -> None:
        for _ in range(count):
            said = comment_on(plan, "Ý kiến", item=item, by=head, at=timezone.now())
            answer_comment(said, "Cảm ơn", taken_up=True, by=head, at=timezone.now())

    for page in ("gop-y/", "gop-y/tong-hop/", "quy-trinh/"):
        assert_constant_queries(comments, lambda page=page: as_head.get(at(plan, page)))


def test_versions_ask_as_often_for_many_as_for_few(as_head, plan):
    issued(plan)
    numbers = iter(range(40, 99))

    def more(count: int) -> None:
        for _ in range(count):
            adjust_plan(plan, reason="Lý do", by=None, at=LATER)
            number = next(numbers)
            plan.items.filter(pk=plan.items.first().pk).update(note=f"Lần {number}")
            signing = Signing(f"{number}/KH-THSN", date(2026, 11, 2), "Hiệu trưởng", "Hà Thị Mận")
            issue_adjustment(plan, signing, summary="Đổi", approved_by="Hiệu trưởng", by=None, at=LATER)

    for page in ("phien-ban/", "xuat/", "phien-ban/so-sanh/"):
        assert_constant_queries(more, lambda page=page: as_head.get(at(plan, page)))
