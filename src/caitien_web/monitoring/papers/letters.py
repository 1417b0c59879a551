"""Papers about people and requests: task sheets, letters to higher authorities, the notice on the wall."""

from collections.abc import Sequence
from datetime import date

from caitien.layouts.paper import Annex, Column, Content, Grid, OfficialPaper, Signature, Text
from caitien_web.monitoring.models import Request, Work
from caitien_web.monitoring.papers.charts import gantt_annex, gantt_pictures
from caitien_web.monitoring.papers.frame import (
    draft_number,
    names_of,
    plan_named,
    points,
    told_of,
    work_words,
)
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day, number


def task_sheet(
    plan: SchoolPlan,
    name: str,
    works: Sequence[tuple[Work, str]],
    *,
    on: date,
    signature: Signature,
    whose: str = "Phiếu giao việc",
) -> OfficialPaper:
    """The works of a person or a group, each with its part (lead, support), due day and what is to come of it.

    Behind the signature they stand over the months of the plan.
    """
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
    chart = gantt_annex(plan, [work for work, _ in works], on=on)
    also = " (biểu đồ thời gian tại Phụ lục kèm theo)" if chart else ""
    return OfficialPaper(
        kind=whose,
        subject=f"{name} thực hiện kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(plan.unit, on),
        number=None,
        signed_on=on,
        content=(Text(f"Theo {plan_named(plan)}, {name} được giao các việc sau{also}:"), table),
        recipients=(name, "Tổ giám sát"),
        signature=signature,
        annexes=chart,
    )


def request_letter(request: Request, *, on: date, signature: Signature) -> OfficialPaper:
    """A letter that asks a higher authority for money, posts or a decision; a submission where its number says so."""
    plan = request.item.plan
    asks = [request.subject]
    if request.amount_vnd:
        asks.append(f"Kinh phí đề nghị: {number(request.amount_vnd)} đồng")
    if request.posts:
        asks.append(f"Số người làm việc đề nghị: {request.posts}")
    reason = request.item.weakness or request.item.improvement or request.item.target_result
    asked = f"đề nghị hỗ trợ thực hiện cải tiến chất lượng giáo dục, tiêu chí {request.item.criterion}"
    is_letter = "/TTr" not in request.letter_number
    return OfficialPaper(
        kind="" if is_letter else "Tờ trình",
        subject=asked if is_letter else f"Về việc {asked}",
        **names_of(plan.unit, on),
        number=request.letter_number or draft_number(plan.unit, "", on),
        signed_on=request.sent_on or on,
        addressees=(request.addressee,),
        content=(
            Text(f"Thực hiện {plan_named(plan)}, {plan.unit.name} đề nghị:"),
            points(*asks),
            Text(f"Lý do: {reason.rstrip(' .;')}."),
            Text("Kính mong quý cơ quan xem xét, trả lời để nhà trường thực hiện đúng kế hoạch."),
        ),
        recipients=("Như trên",),
        signature=signature,
    )


def gantt_sheet(plan: SchoolPlan, works: Sequence[Work], *, on: date, signature: Signature) -> OfficialPaper:
    """All works of a plan over its months, to print and to hang up."""
    return OfficialPaper(
        kind="Biểu đồ thời gian",
        subject=f"Thực hiện kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(plan.unit, on),
        number=None,
        signed_on=on,
        content=gantt_pictures(plan, works, on=on),
        signature=signature,
    )


def requests_list(plan: SchoolPlan, requests: Sequence[Request], *, on: date, signature: Signature) -> OfficialPaper:
    """Money and posts asked of higher authorities: a submission, with one table and its sums as its annex."""
    unit = plan.unit
    asked = (
        Text(f"Thực hiện {plan_named(plan)}, {unit.name} kính trình và đề nghị các cấp xem xét, hỗ trợ:"),
        points(*_sums(requests)),
        Text("Chi tiết từng đề nghị có bảng tổng hợp kèm theo (Phụ lục)."),
        Text("Kính đề nghị quý cơ quan xem xét, quyết định."),
    )
    return OfficialPaper(
        kind="Tờ trình",
        subject="Về việc đề nghị kinh phí, số người làm việc để cải tiến chất lượng giáo dục " + plan.period_words,
        **names_of(unit, on),
        number=draft_number(unit, "TTr", on),
        signed_on=on,
        addressees=tuple(dict.fromkeys(one.addressee for one in requests)),
        content=asked if requests else (Text("Nhà trường không có đề nghị."),),
        recipients=("Như trên",),
        signature=signature,
        annexes=(Annex("Bảng tổng hợp đề nghị", (requests_grid(requests),)),) if requests else (),
    )


def _sums(requests: Sequence[Request]) -> list[str]:
    money, posts = sum(one.amount_vnd or 0 for one in requests), sum(one.posts or 0 for one in requests)
    told = [f"Tổng số đề nghị: {len(requests)}"]
    told += [f"Kinh phí: {number(money)} đồng"] if money else []
    return told + ([f"Số người làm việc: {posts}"] if posts else [])


def requests_grid(requests: Sequence[Request]) -> Grid:
    """A row a request: what is asked of whom, how much, how many people, the answer so far."""
    columns = (
        Column("TT", 0.6),
        Column("Nội dung đề nghị", 4),
        Column("Cơ quan", 2.2),
        Column("Kinh phí (đồng)", 1.6, right=True),
        Column("Số người", 0.9),
        Column("Trả lời", 1.8),
    )
    rows = tuple(
        (
            str(n),
            told_of(one.item, one.subject),
            one.addressee,
            number(one.amount_vnd) if one.amount_vnd else "",
            str(one.posts or ""),
            one.answer or "Chưa trả lời",
        )
        for n, one in enumerate(requests, 1)
    )
    money, posts = sum(one.amount_vnd or 0 for one in requests), sum(one.posts or 0 for one in requests)
    return Grid(columns, rows, total=("", "Cộng", "", number(money), str(posts), ""))


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
