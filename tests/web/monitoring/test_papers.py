"""Papers from the data: each comes as Word and PDF, is edited until issued, numbered once, sent and received."""

from datetime import date
from io import BytesIO

import docx
import pytest

from caitien import write_paper
from caitien.layouts.paper import OfficialPaper, Signature, compose_paper
from caitien_web.history.queries import entries_about
from caitien_web.history.sentences import sentence
from caitien_web.monitoring.actions.papers import (
    CannotIssuePaper,
    edit_paper,
    issue_paper,
    make_paper,
    receive_paper,
    return_paper,
    send_paper,
    withdraw_paper,
)
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.requests import CannotAsk, answer_request, ask_authority, enter_money
from caitien_web.monitoring.actions.reviews import note_result, plan_review, write_minutes
from caitien_web.monitoring.actions.rounds import observe, open_round, plan_round
from caitien_web.monitoring.actions.year_end import CannotEnd, end_item
from caitien_web.monitoring.convert import paper_from_json, paper_to_json
from caitien_web.monitoring.models import MoneyKind, Observation, PaperKind, Work, WorkState
from caitien_web.monitoring.papers import decisions, letters, minutes, reports
from caitien_web.monitoring.papers.compose import Asked, compose
from caitien_web.monitoring.papers.edit import edited
from caitien_web.monitoring.papers.frame import authorities_of
from caitien_web.monitoring.queries.account import account_of
from caitien_web.monitoring.queries.years import outcomes_by_plan
from caitien_web.schools.models import Body, BodyKind, Membership
from web.bodies import a_body, a_decision, issued, some_people
from web.builders import NOW
from web.monitoring.builders import a_running_plan

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 15)
HEAD = Signature("Hiệu trưởng", "Hà Thị Mận")


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


@pytest.fixture
def busy(plan, head):
    """Something reported, asked, paid, watched and reviewed."""
    work, other = Work.objects.of(plan.unit).select_related("item__plan__unit")[:2]
    report_progress(work, state=WorkState.DONE, percent=100, done="Đã mua 200 quyển sách.", by=head, at=NOW)
    report_progress(other, state=WorkState.UNDER_WAY, percent=30, difficulty="Thiếu người.", by=head, at=NOW)
    ask_authority(
        other.item,
        addressee="UBND xã Suối Ngọc",
        subject="Cấp kinh phí sửa mái.",
        amount_vnd=80_000_000,
        by=head,
        at=NOW,
    )
    enter_money(work.item, MoneyKind.SPENT, 12_500_000, on=NOW.date(), source="Ngân sách", by=head, at=NOW)
    made = plan_round(plan, "Giám sát đợt 1", planned_on=DAY, by=head, at=NOW)
    open_round(made, [work, other], held_on=DAY, by=head, at=NOW)
    for one in Observation.objects.of(plan.unit).select_related("round__plan__unit", "work__item"):
        observe(one, result="on_track", evidence_seen="Sổ thư viện", recommendation="Làm tiếp.", by=head, at=NOW)
    review = plan_review(plan, "semester_1", planned_on=DAY, by=head, at=NOW)
    write_minutes(review, held_at=NOW, ended_at=NOW, chair="Hà Thị Mận", secretary="Vì Thị Đôi", by=head, at=NOW)
    note_result(review, work.item, effect="met", result="Đủ sách.", adjustment="Thêm một tủ.", by=head, at=NOW)
    return plan


def papers_of(plan) -> dict[str, OfficialPaper]:
    account = account_of(plan, on=DAY)
    review, watched = plan.held_reviews.get(), plan.rounds.get()
    works = list(Work.objects.of(plan.unit).select_related("item"))
    requests = account.requests()
    for request in requests:
        request.item.plan = plan
    return {
        "progress": reports.progress_report(account, span="học kỳ I", signature=HEAD),
        "year": reports.year_report(account, review, signature=HEAD),
        "authority": reports.authority_report(account, signature=HEAD),
        "notice": reports.public_notice(account, address="https://thsn.example/cong-khai", signature=HEAD),
        "minutes": minutes.review_minutes(review, list(review.results.select_related("item"))),
        "monitoring": minutes.monitoring_report(
            watched,
            list(watched.observations.select_related("work__item")),
            signature=Signature("TM. TỔ GIÁM SÁT\nTỔ TRƯỞNG", "Vì Thị Đôi"),
        ),
        "sheet": letters.task_sheet(plan, "Vì Thị Đôi", [(work, "Chủ trì") for work in works], on=DAY, signature=HEAD),
        "letter": letters.request_letter(requests[0], on=DAY, signature=HEAD),
        "requests": letters.requests_list(plan, requests, on=DAY, signature=HEAD),
        "wall": letters.wall_notice(plan.unit, works, on=DAY),
    }


def test_every_paper_becomes_word_and_pdf_and_comes_back_from_json(busy):
    for name, paper in papers_of(busy).items():
        assert paper_from_json(paper_to_json(paper)) == paper, name
        text = all_text(write_paper(paper, ".docx"))
        assert "SUỐI NGỌC" in text.upper(), name
        assert write_paper(paper, ".pdf").startswith(b"%PDF"), name


def test_reports_say_what_happened(busy):
    text = all_text(write_paper(papers_of(busy)["progress"], ".docx"))
    for words in (
        "Đã mua 200 quyển sách.",
        "Thiếu người.",
        "Đã chi (đồng)",
        "12.500.000",
        "UBND xã Suối Ngọc (để b/c)",
        "Đã hoàn thành: 1",
    ):
        assert words in text, words


def test_reports_show_standards_and_money_as_pictures(busy, head):
    item = busy.items.select_related("plan__unit").first()
    enter_money(item, MoneyKind.GRANTED, 40_000_000, on=NOW.date(), source="Ngân sách xã", by=head, at=NOW)
    account = account_of(busy, on=DAY)
    for paper in (
        reports.progress_report(account, span="học kỳ I", signature=HEAD),
        reports.year_report(account, None, signature=HEAD),
    ):
        assert paper_from_json(paper_to_json(paper)) == paper
        page = docx.Document(BytesIO(write_paper(paper, ".docx")))
        told = [shape._inline.docPr.get("descr") for shape in page.inline_shapes]
        assert "Tất cả nội dung: 1/" in told[0]
        assert "Ngân sách xã: 40.000.000 đ" in told[1]
        assert write_paper(paper, ".pdf").startswith(b"%PDF")


def test_the_year_is_compared_with_those_before(busy, school, head):
    for item in busy.items.all()[:2]:
        end_item(item, "carried_over", reason="Chờ kinh phí.", by=head, at=NOW)
    earlier = a_running_plan(school, head, number="41/KH-THSN", from_year=2025)
    works = Work.objects.of(school).filter(item__plan=earlier).select_related("item__plan__unit")
    for work in works[:3]:
        report_progress(work, state=WorkState.DONE, percent=100, done="Xong.", by=head, at=NOW)
    years = outcomes_by_plan(school, last=2026)
    assert [(one.period, one.items, one.counts["carried_over"]) for one in years] == [
        ("2025 - 2026", 7, 0),
        ("2026 - 2027", 7, 2),
    ]
    paper = compose(PaperKind.EVALUATION, Asked(school, DAY, plan=busy))
    (compared,) = [one for one in paper.content if getattr(one, "title", "") == "So sánh qua các năm"]
    grid, picture = compared.content
    assert grid.rows[0][0] == "2025 - 2026" and "2025 - 2026" in picture.alt
    assert [one.period for one in outcomes_by_plan(school, last=2025)] == ["2025 - 2026"]
    first = compose(PaperKind.EVALUATION, Asked(school, DAY, plan=earlier))
    assert "So sánh qua các năm" not in [getattr(one, "title", "") for one in first.content]


def test_the_evaluation_counts_how_items_ended(busy, head):
    first, second, *others = busy.items.all()
    for item in (first, second):
        end_item(item, "carried_over", reason="Chờ kinh phí.", by=head, at=NOW)
    end_item(others[0], "dropped", reason="Không còn cần.", by=head, at=NOW)
    told = said_of(compose(PaperKind.EVALUATION, Asked(busy.unit, DAY, plan=busy)))
    at = told.index("- Tổng số nội dung cải tiến: 7;")
    assert told[at + 1 : at + 3] == ["- Chuyển tiếp sang năm sau: 2;", "- Dừng thực hiện: 1;"]
    assert [line.partition(":")[0] for line in told[at + 3 : at + 7]] == [
        "- Đã hoàn thành",
        "- Đang thực hiện",
        "- Chưa bắt đầu",
        "- Trễ hạn",
    ]
    assert any(line.endswith("(chuyển tiếp lần 1; lý do: Chờ kinh phí)./.") for line in told)


def said_of(paper):
    return [block.text for block in compose_paper(paper).blocks if hasattr(block, "text")]


def test_a_submission_is_told_from_a_letter_by_its_number(plan, head):
    item = plan.items.select_related("plan__unit").first()
    asked = {"addressee": "UBND xã", "subject": "Cấp đất.", "sent_on": DAY, "by": head, "at": NOW}
    letter = ask_authority(item, letter_number="31/THSN", **asked)
    submission = ask_authority(item, letter_number="32/TTr-THSN", **asked)
    assert letters.request_letter(letter, on=DAY, signature=HEAD).kind == ""
    paper = letters.request_letter(submission, on=DAY, signature=HEAD)
    assert paper.kind == "Tờ trình" and paper.subject.startswith("Về việc đề nghị")


def test_how_items_ended_is_asked_once_for_any_number_of_plans(plan, school, head, django_assert_num_queries):
    a_running_plan(school, head, number="41/KH-THSN", from_year=2025)
    with django_assert_num_queries(1):
        assert len(outcomes_by_plan(school, last=2026)) == 2


def test_a_task_sheet_shows_its_works_over_the_months(busy, head):
    paper = papers_of(busy)["sheet"]
    (annex,) = paper.annexes
    assert all("từ" in picture.alt and picture.svg.startswith("<svg") for picture in annex.content)
    assert len(docx.Document(BytesIO(write_paper(paper, ".docx"))).inline_shapes) == len(annex.content)
    bare = letters.task_sheet(busy, "Vì Thị Đôi", [], on=DAY, signature=HEAD)
    assert bare.annexes == () and "Phụ lục" not in bare.content[0].text


def test_reports_go_to_the_authorities_of_their_day(school):
    assert authorities_of(school, date(2025, 6, 30))[0] == "Phòng Giáo dục và Đào tạo"
    assert authorities_of(school, date(2025, 7, 1)) == [
        "UBND xã Suối Ngọc",
        "Sở Giáo dục và Đào tạo tỉnh Bến Nước",
    ]


def test_a_decision_names_its_bodies_and_members(school, head):
    from caitien_web.schools.actions.bodies import Member, draft_body, draft_decision

    decision = draft_decision(school, subject="Thành lập Tổ giám sát", by=head, at=NOW)
    draft_body(
        decision, BodyKind.MONITORING, "Tổ giám sát", [Member(head.person, task="Theo dõi chung")], by=head, at=NOW
    )
    bodies = [(body, list(Membership.objects.of(school))) for body in Body.objects.of(school)]
    text = all_text(
        write_paper(decisions.decision_paper(decision, bodies, ["Căn cứ Thông tư số 57/2026/TT-BGDĐT"]), ".docx")
    )
    for words in ("QUYẾT ĐỊNH", "Điều 1", "Hà Thị Mận", "Theo dõi chung", "kể từ ngày ký"):
        assert words in text
    assert text.index("Nơi nhận:") and "DANH SÁCH TỔ GIÁM SÁT" in text
    assert "(Kèm theo Quyết định số …/QĐ-THSN ngày … tháng … năm … của Hiệu trưởng Trường Tiểu học Suối Ngọc)" in text


def a_council_of_groups(school, head, since):
    """A decision with a council, its secretaries and two groups, in force from a day."""
    decision = a_decision(school)
    people = some_people(school, 11)
    council = a_body(decision, BodyKind.COUNCIL, "Hội đồng tự đánh giá", people)
    a_body(decision, BodyKind.SECRETARIAT, "Nhóm thư ký", people[:3], above=council)
    a_body(decision, BodyKind.WORKING_GROUP, "Nhóm công tác 1", people[3:6], above=council, standards="1, 2, 3, 4, 5")
    return issued(decision, "21/QĐ-THSN", NOW.date(), since=since)


def test_lists_and_assignments_stand_behind_the_signature_of_a_decision(school, head):
    decision = a_council_of_groups(school, head, date(2026, 10, 1))
    paper = compose(PaperKind.DECISION, Asked(school, DAY, subject=decision))
    assert [annex.title for annex in paper.annexes] == [
        "Danh sách Hội đồng tự đánh giá",
        "Danh sách Nhóm thư ký và các nhóm công tác",
        "Bảng phân công theo tiêu chuẩn, tiêu chí",
    ]
    first, second, third = (section.content[0].text for section in paper.content)
    assert first.endswith("gồm các ông (bà) có tên trong danh sách kèm theo (Phụ lục I, II).")
    assert "Nhóm thư ký, Nhóm công tác 1 thực hiện nhiệm vụ theo bảng phân công kèm theo" in second
    assert "có hiệu lực kể từ ngày 01 tháng 10 năm 2026." in third
    assert paper_from_json(paper_to_json(paper)) == paper
    grid = compose_paper(paper).annexes[1].blocks[4]
    assert grid.rows[1].texts[3] == "Nhóm trưởng"


def test_a_decision_rests_on_the_charter_and_the_standards_of_its_day_and_level(school):
    charter, standards = decisions.bases_in_force(school, date(2026, 12, 1))
    assert charter.startswith("Căn cứ Thông tư số 15/2026/TT-BGDĐT ngày 24 tháng 3 năm 2026") and "Điều lệ" in charter
    assert "57/2026/TT-BGDĐT" in standards
    assert len(decisions.bases_in_force(school, date(2026, 9, 14))) == 1  # of the charter it is not known that day
    earlier = decisions.bases_in_force(school, date(2025, 9, 14))
    assert "28/2020/TT-BGDĐT" in earlier[0] and "Điều lệ Trường tiểu học" in earlier[0]
    school.level = "preschool"
    assert "52/2020/TT-BGDĐT" in decisions.bases_in_force(school, date(2025, 9, 14))[0]


def test_what_stands_in_an_annex_is_edited_as_the_rest(school, head):
    paper = compose(PaperKind.DECISION, Asked(school, DAY, subject=a_council_of_groups(school, head, None)))
    assert "kể từ ngày ký." in paper.content[2].content[0].text
    written = {"annexes.0.title": "Danh sách Hội đồng", "annexes.0.content.0.rows.0.1": "Vì Thị Đôi"}
    changed = edited(paper, written | {"annexes.9.title": "không có"})
    assert changed.annexes[0].title == "Danh sách Hội đồng"
    assert changed.annexes[0].content[0].rows[0][1] == "Vì Thị Đôi"


def test_a_number_is_given_once_a_year(plan, head):
    paper = a_report(plan, head)
    with pytest.raises(CannotIssuePaper, match="ghi đủ số"):
        issue_paper(paper, number="", signed_on=DAY, signatory="Hà Thị Mận", by=head, at=NOW)
    issued = issue_paper(paper, number="07/BC-THSN", signed_on=DAY, signatory="Hà Thị Mận", by=head, at=NOW)
    assert len(issued.sha256) == 64
    with pytest.raises(CannotIssuePaper, match="đã dùng"):
        issue_paper(a_report(plan, head), number="07/BC-THSN", signed_on=DAY, signatory="", by=head, at=NOW)
    issue_paper(a_report(plan, head), number="07/BC-THSN", signed_on=date(2028, 1, 5), signatory="", by=head, at=NOW)


def test_the_history_tells_no_number_where_a_paper_has_none(plan, head):
    sheet = compose("assignment", Asked(plan.unit, DAY, plan=plan, subject=head.person))
    made = make_paper(plan.unit, "assignment", sheet, plan=plan, by=head, at=NOW)
    issued = issue_paper(made, number="", signed_on=DAY, signatory="Hà Thị Mận", by=head, at=NOW)
    told = entries_about(issued, unit=plan.unit).first()
    assert sentence(told) == f"Hà Thị Mận ban hành phiếu giao việc: {issued.title}."


def test_an_issued_paper_stands_still(plan, head):
    issued = issue_paper(a_report(plan, head), number="07/BC-THSN", signed_on=DAY, signatory="", by=head, at=NOW)
    with pytest.raises(CannotIssuePaper, match="Chưa sửa được"):
        edit_paper(issued, paper_from_json(issued.content), by=head, at=NOW)
    assert withdraw_paper(issued, reason="Sai số liệu.", by=head, at=NOW).state == "withdrawn"


def test_a_report_goes_up_and_comes_back(plan, school, head):
    issued = issue_paper(a_report(plan, head), number="07/BC-THSN", signed_on=DAY, signatory="", by=head, at=NOW)
    sent = send_paper(issued, school.parent, by=head, at=NOW)
    with pytest.raises(CannotIssuePaper, match="đang chờ"):
        send_paper(issued, school.parent, by=head, at=NOW)
    with pytest.raises(CannotIssuePaper, match="ghi điều cần"):
        return_paper(sent, remark=" ", by=head, at=NOW)
    return_paper(sent, remark="Bổ sung số liệu học kỳ I.", by=head, at=NOW)
    again = send_paper(issued, school.parent, by=head, at=NOW)
    receive_paper(again, by=head, at=NOW)
    with pytest.raises(CannotIssuePaper, match="đã được tiếp nhận"):
        receive_paper(sent, by=head, at=NOW)


def test_what_waits_for_an_authority_goes_on_when_it_answers(plan, head):
    item = plan.items.select_related("plan__unit").first()
    asked = ask_authority(item, addressee="UBND xã", subject="Cấp đất.", sent_on=DAY, by=head, at=NOW)
    assert {work.state for work in item.works.all()} == {WorkState.WAITING}
    with pytest.raises(CannotAsk, match="sớm hơn"):
        answer_request(asked, answered_on=date(2027, 1, 1), answer="Đồng ý", granted=True, by=head, at=NOW)
    answer_request(asked, answered_on=date(2027, 2, 1), answer="Đồng ý", granted=True, by=head, at=NOW)
    assert {work.state for work in item.works.all()} == {WorkState.UNDER_WAY}


def test_an_item_ends_with_its_works(plan, head):
    item = plan.items.select_related("plan__unit").first()
    with pytest.raises(CannotEnd, match="lý do"):
        end_item(item, "carried_over", by=head, at=NOW)
    with pytest.raises(CannotEnd, match="chưa báo xong"):
        end_item(item, "met", by=head, at=NOW)
    end_item(item, "carried_over", reason="Chờ kinh phí.", by=head, at=NOW)
    assert {work.state for work in item.works.all()} == {WorkState.CARRIED_OVER}


def test_an_account_costs_the_same_for_any_plan(plan, head, django_assert_num_queries):
    for work in Work.objects.of(plan.unit).select_related("item"):
        for percent in (10, 20, 30):
            report_progress(work, state=WorkState.UNDER_WAY, percent=percent, by=head, at=NOW)
    with django_assert_num_queries(5):
        account = account_of(plan, on=DAY)
    assert account.counts()["under_way"] == len(account.items)


def a_report(plan, head):
    content = reports.progress_report(account_of(plan, on=DAY), span="học kỳ I", signature=HEAD)
    return make_paper(plan.unit, "progress", content, plan=plan, by=head, at=NOW)


def all_text(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
