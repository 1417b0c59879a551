"""Papers about people and requests: task sheets, letters to higher authorities, the notice on the wall."""

from collections.abc import Sequence
from datetime import date

from caitien.layouts.paper import Column, Content, Grid, OfficialPaper, Signature, Text
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
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day, dong


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
