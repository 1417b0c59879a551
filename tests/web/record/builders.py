"""A school in which something of everything was done, by the real actions, and its record."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.files import File

from caitien.layouts.paper import Signature
from caitien_web.assessment.actions import (
    Found,
    add_recommendation,
    add_weakness,
    mark_criterion,
    open_assessment,
    record_external,
    record_recognition,
)
from caitien_web.assessment.models import Weakness
from caitien_web.evidence.actions import Shows, add_evidence, add_version, withdraw_evidence
from caitien_web.monitoring.actions.next_year import draft_next_year
from caitien_web.monitoring.actions.paper_files import attach_signed_paper
from caitien_web.monitoring.actions.papers import issue_paper, make_paper, receive_paper, send_paper
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.reminders import choose_digest
from caitien_web.monitoring.actions.requests import ask_authority, enter_money
from caitien_web.monitoring.actions.reviews import note_result, plan_review, write_minutes
from caitien_web.monitoring.actions.rounds import answer_recommendation, observe, open_round, plan_round
from caitien_web.monitoring.actions.rounds import close_round as close_a_round
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import FollowUp, MoneyKind, Observation, Work, WorkState
from caitien_web.monitoring.papers import reports
from caitien_web.monitoring.queries.account import account_of
from caitien_web.plans.actions import start_plan
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.actions.comments import comment_on
from caitien_web.plans.actions.signed_files import attach_signed_file
from caitien_web.plans.models import SchoolPlan, SetAside
from caitien_web.record.actions.bringing import bring_record
from caitien_web.record.actions.taking_in import begin_reading, begin_writing, confirm_record
from caitien_web.record.kinds import Kind, all_kinds, kind_by_label
from caitien_web.record.models import RecordImport
from caitien_web.record.packing import pack
from caitien_web.schools.actions.holders import name_holder
from caitien_web.schools.models import BodyKind, Role, User
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from web.bodies import a_body, a_decision, issued, some_people
from web.builders import NOW, a_user, sample
from web.files import a_file
from web.imports import an_import
from web.monitoring.builders import a_running_plan

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
EDITION = "TT57-2026-PT"
HEAD = Signature("Hiệu trưởng", "Hà Thị Mận")


def a_full_school(school: Unit, head: User) -> Unit:
    """People, bodies, assessments, evidence, last year's plan ended and this year's begun, papers sent."""
    monitor = a_user(school, Role.MONITOR, "Tòng Thị Ban")
    officer = a_user(school.parent, Role.OFFICER, "Đèo Văn Chựa")  # type: ignore[arg-type]
    people(school, head)
    weakness = assessments(school, head)
    plan = a_running_plan(school, head)
    around_the_plan(plan, head)
    work, other = Work.objects.of(school).select_related("item__plan__unit")[:2]
    carried_out(work, other, head)
    watched(plan, [work, other], monitor, head)
    reviewed(plan, head)
    a_paper(plan, head, officer)
    evidence(school, work, head)
    ended(plan, weakness, head)
    for kind in all_kinds():
        if not kind.of(school).exists():
            a_row(kind, school, head)
    return school


def a_row(kind: Kind, school: Unit, by: User) -> None:
    """A row of a table that no action here fills: invented values, and the first row of what it names."""
    given: dict[str, Any] = {}
    for field in kind.fields:
        if field.primary_key or (field.null and not field.is_relation):
            continue
        given[field.name] = named_by(field, school, by) if field.is_relation else invented(field)
    kind.rows.create(**given)


def named_by(field: Any, school: Unit, by: User) -> Any:
    kind = kind_by_label(field.related_model._meta.label_lower)
    if kind is None:
        return school if field.related_model is Unit else by
    return kind.of(school).first()


def invented(field: Any) -> Any:
    if field.has_default():
        return field.get_default()
    if field.choices:
        return field.flatchoices[0][0]
    number = field.model._meta.concrete_fields.index(field)  # of two that bound a time, the second is the later one
    sorts = {"DateField": NOW.date(), "DateTimeField": NOW, "BooleanField": True, "UUIDField": new_key()}
    return sorts.get(field.get_internal_type(), number if "Integer" in field.get_internal_type() else "mới")


def people(school: Unit, head: User) -> None:
    found = some_people(school, 3)
    decision = a_decision(school, "Thành lập tổ giám sát")
    a_body(decision, BodyKind.MONITORING, "Tổ giám sát", found)
    issued(decision)
    name_holder(school, "Tổ trưởng chuyên môn", found[0], since=date(2026, 9, 1), by=head, at=NOW)
    assert head.person
    choose_digest(head.person, "135")


def assessments(school: Unit, head: User) -> Weakness:
    made = open_assessment(school, from_year=2025, edition=EDITION, by=head, at=NOW)
    mark_criterion(made, "1.1", Found({"1": "met"}, weaknesses=("Thiếu sổ theo dõi.",)), by=head, at=NOW)
    external = record_external(
        school, edition=EDITION, assessed_on=date(2025, 5, 5), team="Đoàn đánh giá ngoài", by=head, at=NOW
    )
    add_recommendation(external, criterion="2.1", text="Bổ sung phòng học.", by=head, at=NOW)
    record_recognition(
        school,
        kind="accreditation",
        degree="1",
        number="12/QĐ-SGDĐT",
        decided_on=date(2025, 6, 6),
        issuer="Sở Giáo dục và Đào tạo",
        valid_until=date(2030, 6, 6),
        by=head,
        at=NOW,
    )
    return add_weakness(school, edition=EDITION, criterion="2.1", text="Thiếu tủ sách.", by=head, at=NOW)


def around_the_plan(plan: SchoolPlan, head: User) -> None:
    draft = start_plan(plan.unit, sample(), years=(2028, 2029), by=head, at=NOW)
    item = draft.items.first()
    assert item is not None
    write_cells(draft, [CellWrite(item.pk, "note", "Đã hỏi tổ trưởng.", 0)], by=head, at=NOW)
    SetAside.everywhere.create(plan=draft, item=item, code="I01", reason="Đã đối chiếu.", by=head, at=NOW)
    SchoolPlan.everywhere.filter(pk=draft.pk).update(state="consulted")
    draft.refresh_from_db()
    comment_on(draft, "Nên lùi hạn sang học kỳ II.", item=item, by=head, at=NOW)
    an_import(plan.unit, a_file(), by=head)
    attach_signed_file(plan.versions.get(), a_file("ban-ky.pdf", PDF), by=head, at=NOW)


def carried_out(work: Work, other: Work, head: User) -> None:
    report_progress(work, state=WorkState.DONE, percent=100, done="Đã mua 200 quyển sách.", by=head, at=NOW)
    report_progress(other, state=WorkState.UNDER_WAY, percent=30, difficulty="Thiếu người.", by=head, at=NOW)
    ask_authority(other.item, addressee="UBND xã Suối Ngọc", subject="Cấp kinh phí sửa mái.", by=head, at=NOW)
    enter_money(work.item, MoneyKind.SPENT, 12_500_000, on=NOW.date(), source="Ngân sách", by=head, at=NOW)


def watched(plan: SchoolPlan, works: list[Work], monitor: User, head: User) -> None:
    made = plan_round(plan, "Giám sát đợt 1", planned_on=NOW.date(), by=monitor, at=NOW)
    opened = open_round(made, works, held_on=NOW.date(), by=monitor, at=NOW)
    for one in Observation.objects.of(plan.unit).select_related("work__item", "round__plan__unit"):
        observe(one, result="behind", recommendation="Ký hợp đồng sớm.", by=monitor, at=NOW)
    words = {"favourable": "Có kinh phí.", "difficult": "Mưa nhiều.", "conclusion": "Đúng kế hoạch."}
    close_a_round(opened, by=monitor, at=NOW, **words)
    follow_up = FollowUp.objects.of(plan.unit).select_related("observation__round__plan__unit").first()
    answer_recommendation(follow_up, answer="Đã giao.", accepted=True, due_on=date(2026, 12, 20), by=head, at=NOW)


def reviewed(plan: SchoolPlan, head: User) -> None:
    review = plan_review(plan, "semester_1", planned_on=date(2027, 1, 14), by=head, at=NOW)
    review = write_minutes(review, held_at=NOW, conclusion="Thống nhất.", by=head, at=NOW)
    measured = {"indicator": "Tỉ lệ", "value": Decimal("92.50"), "measure": "%"}
    item = plan.items.select_related("plan__unit").first()
    note_result(review, item, effect="partly", adjustment="Lùi hạn.", by=head, at=NOW, **measured)


def a_paper(plan: SchoolPlan, head: User, officer: User) -> None:
    day = date(2026, 9, 14)
    content = reports.progress_report(account_of(plan, on=day), span="tháng 9", signature=HEAD)
    paper = make_paper(plan.unit, "progress", content, by=head, at=NOW, plan=plan)
    paper = issue_paper(paper, number="12/BC-THSN", signed_on=day, signatory="Hà Thị Mận", by=head, at=NOW)
    attach_signed_paper(paper, a_file("da-ky.pdf", b"%PDF-1.7 da ky"), by=head, at=NOW)
    submission = send_paper(paper, plan.unit.parent, by=head, at=NOW)
    receive_paper(submission, by=officer, at=NOW)


def evidence(school: Unit, work: Work, head: User) -> None:
    shows = [Shows(EDITION, "1.3", item=work.item_id)]
    made = add_evidence(school, a_file("bien-ban.pdf", PDF), title="Biên bản họp", links=shows, by=head, at=NOW)
    add_version(made, a_file("bien-ban-2.pdf", PDF + b"%%EOF\n"), by=head, at=NOW)
    gone = add_evidence(school, None, title="Sổ cũ", links=[Shows(EDITION, "1.3")], by=head, at=NOW)
    withdraw_evidence(gone, reason="Nhầm năm học", by=head, at=NOW)


def ended(plan: SchoolPlan, weakness: Weakness, head: User) -> None:
    for n, item in enumerate(plan.items.select_related("plan__unit")):
        end_item(item, "carried_over" if n < 2 else "not_met", reason="Chờ kinh phí.", by=head, at=NOW)
    draft_next_year(plan, [weakness], years=(2027, 2028), edition=EDITION, form="tt57-bieu2", by=head, at=NOW)


def brought(unit: Unit, path: Path, by: User | None = None) -> RecordImport:
    """A record brought into a school and read, as far as it can be."""
    with path.open("rb") as file:
        made = bring_record(unit, File(file, name=path.name), by=by, at=NOW)
    begin_reading(made)
    return again(made)


def taken_in(unit: Unit, path: Path, by: User | None = None) -> RecordImport:
    """A record brought in, read, confirmed and written."""
    made = brought(unit, path, by)
    assert (made.state, made.summary.get("faults"), made.message) == ("read", [], "")
    confirm_record(made, by=by, at=NOW)
    begin_writing(made)
    return again(made)


def again(made: RecordImport) -> RecordImport:
    found: RecordImport = RecordImport.objects.of(made.unit).select_related("unit", "by").get(pk=made.pk)
    return found


def packed(unit: Unit, folder: Path, name: str = "ho-so.zip", **given: Any) -> Path:
    """The record of a school as a .zip."""
    pack(unit, folder / name, by="Hà Thị Mận", at=NOW, **given)
    return folder / name
