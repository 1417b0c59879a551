"""What one person does in a school year: as a task sheet that the head issues, or as one's own personal plan."""

from itertools import count

from caitien.layouts.paper import Annex, Band, Column, Grid, OfficialPaper, Points, Section, Signature, Text
from caitien_web.monitoring.papers.charts import gantt_annex
from caitien_web.monitoring.papers.frame import item_words, names_of, plan_named
from caitien_web.monitoring.queries.personal import PersonalItem, PersonalPlan
from caitien_web.ui.vn import day

COLUMNS = (
    Column("TT", 0.6),
    Column("Nội dung cải tiến", 3.2),
    Column("Việc cần làm", 3.6),
    Column("Thời gian", 1.8),
    Column("Sản phẩm, minh chứng cần có", 2.6),
    Column("Tiến độ", 1.6),
)


def task_sheet_of(plan: PersonalPlan, *, signature: Signature) -> OfficialPaper:
    """The sheet by which the head gives the works to the person."""
    return OfficialPaper(
        kind="Phiếu giao việc",
        subject=_subject(plan),
        **names_of(plan.unit, plan.on),
        number=None,
        signed_on=plan.on,
        content=(Text(f"Theo {_plans(plan)}, {_named(plan)} được giao các việc sau:"), _table(plan)),
        recipients=(plan.person.full_name, "Tổ giám sát"),
        signature=signature,
        annexes=_months(plan),
    )


def own_plan_of(plan: PersonalPlan, *, signature: Signature) -> OfficialPaper:
    """The personal plan that the person signs and the head approves."""
    return OfficialPaper(
        kind="Kế hoạch cá nhân",
        subject=_subject(plan),
        **names_of(plan.unit, plan.on),
        number=None,
        signed_on=plan.on,
        content=(
            Text(f"Căn cứ {_plans(plan)}, {_named(plan)} thực hiện các việc sau:"),
            Section("Việc được giao", (_table(plan),)),
            *_given_up(plan),
        ),
        signature=signature,
        second=Signature("Người lập kế hoạch", plan.person.full_name),
        annexes=_months(plan),
    )


def _subject(plan: PersonalPlan) -> str:
    return f"{plan.person} thực hiện kế hoạch cải tiến chất lượng giáo dục năm học {plan.year.words}"


def _plans(plan: PersonalPlan) -> str:
    return "; ".join(plan_named(one) for one in plan.plans) or "kế hoạch cải tiến chất lượng giáo dục"


def _named(plan: PersonalPlan) -> str:
    return ", ".join(filter(None, (f"ông (bà) {plan.person}", plan.person.duty)))


def _table(plan: PersonalPlan) -> Grid | Text:
    rows: list[tuple[str, ...] | Band] = []
    numbers = count(1)
    for title, items in (("Việc chủ trì", plan.leads), ("Việc phối hợp", plan.helps)):
        if items:
            rows.append(Band(title))
        rows += [(str(next(numbers)), *_row(one)) for one in items]
    return Grid(COLUMNS, tuple(rows), landscape=True) if rows else Text("Không có việc nào được giao.")


def _row(one: PersonalItem) -> tuple[str, ...]:
    item = one.account.item
    progress = f"{one.state}\n{one.account.percent}\u00a0%"
    return (item_words(item), item.task or item.solution, _time(one), item.evidence_outputs, progress)


def _time(one: PersonalItem) -> str:
    """The periods where there are several, and from when to when."""
    days = f"{day(one.first)} – {day(one.last)}" if one.first and one.last else day(one.last or one.first)
    periods = len(one.account.works)
    return f"{periods} kỳ, {days}" if periods > 1 else days


def _months(plan: PersonalPlan) -> tuple[Annex, ...]:
    """The works over the months of the year's plan, behind the signatures."""
    works = [work for one in (*plan.leads, *plan.helps) for work in one.account.works]
    return gantt_annex(plan.plans[0], works, on=plan.on) if plan.plans else ()


def _given_up(plan: PersonalPlan) -> tuple[Section, ...]:
    """Works that somebody else carries now."""
    lines = tuple(f"{item_words(one.account.item)} (đến trước ngày {day(one.until)})" for one in plan.past)
    return (Section("Việc đã chuyển người khác", (Points(lines),)),) if lines else ()
