"""Papers about people and requests: the decision with its lists, task sheets, letters to higher authorities."""

import re
from collections.abc import Sequence
from datetime import date

from caitien.frameworks import CannotFindFramework, framework_for
from caitien.layouts.paper import Band, Column, Content, Grid, Numbering, OfficialPaper, Section, Signature, Text
from caitien_web.monitoring.models import Request, Work
from caitien_web.monitoring.papers.frame import (
    bases_of,
    draft_number,
    names_of,
    plan_named,
    to_authorities,
    work_words,
)
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Body, Decision, Membership, Position
from caitien_web.schools.models.body import positions_in
from caitien_web.schools.queries.bodies import standards_for, standards_of
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day, dong, long_day

CHAIRMAN_WORDS = {Position.CHAIR: "Chủ tịch", Position.LEADER: "Tổ trưởng"}


def bases_in_force(unit: Unit, on: date) -> tuple[str, ...]:
    """The circular of the standards in force for the school's level on a day, as a base; none where none is known."""
    try:
        document = framework_for(unit.level, on=on).document
    except CannotFindFramework:
        return ()
    title = f"{document.title[:1].lower()}{document.title[1:]} {document.scope or ''}".strip()
    cited = f"Thông tư số {document.number} {long_day(document.issued)}"
    return (f"Căn cứ {cited} của Bộ trưởng Bộ Giáo dục và Đào tạo {title}",)


def decision_paper(
    decision: Decision, bodies: Sequence[tuple[Body, Sequence[Membership]]], bases: Sequence[str]
) -> OfficialPaper:
    """The decision in three articles, with the list of members of each body and their tasks behind it."""
    unit, on = decision.unit, decision.signed_on
    return OfficialPaper(
        kind="Quyết định",
        subject=f"Về việc {decision.subject[:1].lower()}{decision.subject[1:]}",
        **names_of(unit, on),
        number=decision.number or draft_number(unit, "QĐ", on),
        signed_on=on,
        authority=f"Hiệu trưởng {unit.name}",
        bases=tuple(bases),
        resolves="Quyết định",
        numbering=Numbering.ARTICLES,
        content=(
            Section("", (Text(f"{_founds(bodies)} gồm các ông (bà) có tên trong danh sách kèm theo."),)),
            Section("", (Text(_duties(bodies)),)),
            Section(
                "",
                (
                    Text(
                        f"Quyết định này có hiệu lực kể từ ngày ký{_replaced(bodies)}. Các bộ phận liên quan và các "
                        "ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."
                    ),
                ),
            ),
            *(member_list(body, members) for body, members in bodies),
            *assignment_table(unit, bodies),
        ),
        recipients=("Như Điều 3", *to_authorities(unit, on or date.max)),
        signature=Signature(decision.signatory_title or "Hiệu trưởng", decision.signatory_name),
    )


def _founds(bodies: Sequence[tuple[Body, Sequence[Membership]]]) -> str:
    """What the first article does: renews bodies that stand, each with the decision that founded it, founds others."""
    new = [body.name for body, _ in bodies if body.replaces is None]
    renewed = [
        f"{body.name}{f' (thành lập theo {_cited(body.replaces.decision)})' if body.replaces.decision else ''}"
        for body, _ in bodies
        if body.replaces
    ]
    done = [f"{verb} {', '.join(names)}" for verb, names in (("Kiện toàn", renewed), ("Thành lập", new)) if names]
    return "; ".join([*done[:1], *(text[:1].lower() + text[1:] for text in done[1:])])


def _replaced(bodies: Sequence[tuple[Body, Sequence[Membership]]]) -> str:
    """The earlier decisions whose bodies end: what they say of these is no longer in force."""
    earlier = dict.fromkeys(
        _cited(body.replaces.decision) for body, _ in bodies if body.replaces and body.replaces.decision
    )
    return f"; nội dung về các tổ chức này tại {', '.join(earlier)} hết hiệu lực" if earlier else ""


def _cited(decision: Decision) -> str:
    return f"Quyết định số {decision.number}" + (f" {long_day(decision.signed_on)}" if decision.signed_on else "")


def _duties(bodies: Sequence[tuple[Body, Sequence[Membership]]]) -> str:
    parts = [
        f"{body.name} thực hiện nhiệm vụ theo phân công của Chủ tịch Hội đồng"
        + (f", phụ trách tiêu chuẩn {body.standards}" if body.standards else "")
        for body, _ in bodies
    ]
    return "; ".join(parts) + "."


def assignment_table(unit: Unit, bodies: Sequence[tuple[Body, Sequence[Membership]]]) -> tuple[Grid, ...]:
    """The criteria of the standards given to groups, each with its group and who answers for it; none without groups.

    A member whose task names a criterion answers for that one, else the group's leader does.
    """
    rows: list[tuple[str, ...] | Band] = []
    for standard in standards_for(unit):
        given = [(body, members) for body, members in bodies if standard.number in standards_of(body)]
        if given:
            rows.append(Band(f"Tiêu chuẩn {standard.number}. {standard.title}"))
        rows += [
            (one.code, one.title, body.name, _answers(one.code, members))
            for one in standard.criteria
            for body, members in given
        ]
    columns = (Column("Tiêu chí", 0.9), Column("Tên tiêu chí", 4), Column("Nhóm", 2), Column("Người phụ trách", 2.2))
    return (Grid(columns, tuple(rows), caption="Bảng phân công theo tiêu chuẩn, tiêu chí"),) if rows else ()


def _answers(code: str, members: Sequence[Membership]) -> str:
    named = [one.name for one in members if code in re.findall(r"(?<![\d.])\d\.\d{1,2}(?![\d.]*\d)", one.task)]
    leading = [one.name for one in members if one.position in (Position.LEADER, Position.CHAIR)]
    return ", ".join(named or leading or [one.name for one in members[:1]])


def member_list(body: Body, members: Sequence[Membership]) -> Grid:
    """A body's members: name, office, task."""
    columns = (Column("TT", 0.6), Column("Họ và tên", 2.6), Column("Chức danh, chức vụ", 2.6), Column("Nhiệm vụ", 3))
    rows = tuple(
        (
            str(n),
            one.name,
            one.duty,
            "\n".join(text for text in (dict(positions_in(body.kind)).get(one.position, ""), one.task) if text),
        )
        for n, one in enumerate(members, 1)
    )
    return Grid(columns, rows, caption=f"Danh sách {body.name}")


def task_sheet(
    plan: SchoolPlan,
    name: str,
    works: Sequence[tuple[Work, str]],
    *,
    on: date,
    signature: Signature,
    whose: str = "Phiếu giao việc",
) -> OfficialPaper:
    """The works of a person or a group, each with its part (lead, support), due day and what is to come of it."""
    columns = (
        Column("TT", 0.6),
        Column("Nội dung", 3.4),
        Column("Việc cần làm", 3.6),
        Column("Vai trò", 1.2),
        Column("Thời hạn", 1.6),
        Column("Sản phẩm, minh chứng", 2.4),
    )
    rows = tuple(
        (
            str(n),
            work_words(work),
            work.item.task or work.item.solution,
            part,
            " ".join(text for text in (work.label, f"xong trước {day(work.due_on)}" if work.due_on else "") if text),
            work.item.evidence_outputs,
        )
        for n, (work, part) in enumerate(works, 1)
    )
    table: Content = Grid(columns, rows, landscape=True) if rows else Text("Không có việc nào được giao.")
    return OfficialPaper(
        kind=whose,
        subject=f"{name} thực hiện kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(plan.unit, on),
        number=None,
        signed_on=on,
        content=(Text(f"Theo {plan_named(plan)}, {name} được giao các việc sau:"), table),
        recipients=(name, "Tổ giám sát"),
        signature=signature,
    )


def request_letter(request: Request, *, on: date, signature: Signature) -> OfficialPaper:
    """A letter that asks a higher authority for money, posts or a decision."""
    plan = request.item.plan
    asks = [request.subject]
    if request.amount_vnd:
        asks.append(f"Kinh phí đề nghị: {dong(request.amount_vnd)}.")
    if request.posts:
        asks.append(f"Số người làm việc đề nghị: {request.posts}.")
    return OfficialPaper(
        kind="",
        subject=f"đề nghị hỗ trợ thực hiện cải tiến chất lượng giáo dục, tiêu chí {request.item.criterion}",
        **names_of(plan.unit, on),
        number=request.letter_number or draft_number(plan.unit, "", on),
        signed_on=request.sent_on or on,
        addressees=(request.addressee,),
        content=(
            Text(f"Thực hiện {plan_named(plan)}, {plan.unit.name} đề nghị:"),
            *(Text(ask) for ask in asks),
            Text(f"Lý do: {request.item.weakness or request.item.improvement or request.item.target_result}"),
            Text("Kính mong quý cơ quan xem xét, trả lời để nhà trường thực hiện đúng kế hoạch."),
        ),
        recipients=("Như trên",),
        signature=signature,
    )


def requests_list(plan: SchoolPlan, requests: Sequence[Request], *, on: date, signature: Signature) -> OfficialPaper:
    """Money and posts asked of higher authorities, in one table with its sum."""
    columns = (
        Column("TT", 0.6),
        Column("Nội dung đề nghị", 4),
        Column("Cơ quan", 2.4),
        Column("Kinh phí", 1.8),
        Column("Số người", 1),
        Column("Trả lời", 2.4),
    )
    rows = tuple(
        (
            str(n),
            f"{one.item.criterion}: {one.subject}",
            one.addressee,
            dong(one.amount_vnd) if one.amount_vnd else "",
            str(one.posts or ""),
            one.answer or "Chưa trả lời",
        )
        for n, one in enumerate(requests, 1)
    )
    total = (
        "",
        "Cộng",
        "",
        dong(sum(one.amount_vnd or 0 for one in requests)),
        str(sum(one.posts or 0 for one in requests)),
        "",
    )
    return OfficialPaper(
        kind="Bảng tổng hợp",
        subject=f"Kinh phí, biên chế đề nghị cấp trên để cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(plan.unit, on),
        number=draft_number(plan.unit, "THKP", on),
        signed_on=on,
        bases=bases_of(plan),
        content=(Grid(columns, rows, total=total),) if rows else (Text("Nhà trường không có đề nghị."),),
        recipients=to_authorities(plan.unit, on, "để xem xét"),
        signature=signature,
    )


def wall_notice(unit: Unit, works: Sequence[Work], *, on: date) -> OfficialPaper:
    """What is due and late, to hang on the wall for those without mail: parties are named, not persons."""
    columns = (Column("Hạn", 1.4), Column("Nội dung", 4.4), Column("Phụ trách", 2.6), Column("Tình trạng", 1.6))
    rows = tuple(
        (
            day(work.due_on),
            work_words(work),
            work.item.owner_text,
            "Quá hạn" if work.due_on and work.due_on < on else work.get_state_display(),
        )
        for work in works
    )
    return OfficialPaper(
        kind="Bảng nhắc việc",
        subject=f"Các việc đến hạn và quá hạn tính đến ngày {day(on)}",
        **names_of(unit, on),
        number=None,
        signed_on=on,
        content=(Grid(columns, rows),) if rows else (Text("Không có việc nào đến hạn hoặc quá hạn."),),
    )
