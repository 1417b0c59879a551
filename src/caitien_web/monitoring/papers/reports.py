"""Reports over a plan: progress by month or semester, the year's evaluation, to the authority, the notice."""

from collections.abc import Sequence
from datetime import date

from caitien.layouts.paper import Annex, Column, Content, Grid, OfficialPaper, Section, Signature, Text
from caitien_web.monitoring.models import Effect, Progress, Review, ReviewResult
from caitien_web.monitoring.papers.charts import money_picture, standards_picture, years_picture
from caitien_web.monitoring.papers.frame import (
    bases_of,
    counts_points,
    draft_number,
    item_named,
    money_grid,
    names_of,
    plan_named,
    points,
    results_grid,
    to_authorities,
    told_of,
)
from caitien_web.monitoring.queries.account import Account, ItemAccount
from caitien_web.monitoring.queries.briefings import made_known
from caitien_web.monitoring.queries.years import Outcomes
from caitien_web.ui.vn import day

DETAILS = "Chi tiết từng nội dung có bảng kèm theo (Phụ lục)."


def progress_report(account: Account, *, span: str, signature: Signature) -> OfficialPaper:
    """The report for a month or a semester; `span` in words: "tháng 10 năm 2026", "học kỳ I"."""
    plan, unit = account.plan, account.plan.unit
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"Tiến độ thực hiện kế hoạch cải tiến chất lượng giáo dục {span}",
        **names_of(unit, account.on),
        number=draft_number(unit, "BC", account.on),
        signed_on=account.on,
        content=(
            Text(f"Thực hiện {plan_named(plan)}, {unit.name} báo cáo tiến độ {span} như sau:"),
            Section("Tình hình chung", (counts_points(account), *standards_picture(account))),
            Section("Tiến độ từng nội dung", (summary_grid(account), Text(DETAILS))),
            Section("Kinh phí", (money_grid(account), *money_picture(account))),
            Section("Khó khăn, đề xuất", difficulties(account)),
        ),
        recipients=(*to_authorities(unit, account.on), "Hội đồng tự đánh giá", "Tổ giám sát"),
        signature=signature,
        annexes=(Annex(f"Tiến độ từng nội dung cải tiến {span}", (results_grid(account),), landscape=True),),
    )


def year_report(
    account: Account, review: Review | None, *, signature: Signature, years: Sequence[Outcomes] = ()
) -> OfficialPaper:
    """The evaluation at the year's end: results per item, effect measured, money, lessons, what goes on next year.

    `years`: how the plans up to this one ended, the oldest first; one alone is not compared.
    """
    plan, unit = account.plan, account.plan.unit
    lessons = review.lessons if review and review.lessons else ""
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"Đánh giá kết quả thực hiện kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(unit, account.on),
        number=draft_number(unit, "BC", account.on),
        signed_on=account.on,
        content=(
            Text(f"{unit.name} báo cáo kết quả thực hiện {plan_named(plan)} như sau:"),
            Section("Kết quả chung", (counts_points(account), *made_known_told(account), *standards_picture(account))),
            Section("Kết quả từng nội dung cải tiến", (summary_grid(account), Text(DETAILS))),
            Section("Hiệu quả so với mục tiêu", (effects_grid(account),)),
            Section("Kinh phí thực hiện", (money_grid(account), *money_picture(account))),
            *([Section("So sánh qua các năm", (years_grid(years), *years_picture(years)))] if len(years) > 1 else []),
            Section("Kiến nghị với cấp trên", requests_told(account)),
            Section("Bài học kinh nghiệm", (Text(lessons or "Chưa ghi bài học kinh nghiệm."),)),
            Section("Nội dung chuyển tiếp sang năm học sau", carried(account)),
        ),
        recipients=(*to_authorities(unit, account.on), "Hội đồng trường", "Hội đồng tự đánh giá"),
        signature=signature,
        annexes=(
            Annex(f"Kết quả từng nội dung cải tiến {plan.period_words}", (results_grid(account),), landscape=True),
        ),
    )


def made_known_told(account: Account) -> tuple[Text, ...]:
    """How far the plan was made known, in a sentence; nothing where nobody took it down."""
    known = made_known(account.plan, on=account.on)
    if not known.known and not known.briefings:
        return ()
    held = sum(not one.withdrawn_because for one in known.briefings)
    outside = f", {known.others} lượt người ngoài trường" if known.others else ""
    told = f"{known.known}/{len(known.staff)} cán bộ, giáo viên, nhân viên ({known.share} %){outside}"
    return (Text(f"Kế hoạch đã được phổ biến {held} lần đến {told}."),)


def authority_report(account: Account, *, signature: Signature) -> OfficialPaper:
    """What goes to the commune and the province (to the district's office for documents of its time): short."""
    plan, unit = account.plan, account.plan.unit
    recipients = to_authorities(unit, account.on)
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"Kết quả cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(unit, account.on),
        number=draft_number(unit, "BC", account.on),
        signed_on=account.on,
        addressees=tuple(name.removesuffix(" (để b/c)") for name in recipients),
        bases=bases_of(plan),
        content=(
            Text(f"{unit.name} báo cáo kết quả cải tiến chất lượng giáo dục {plan.period_words} như sau:"),
            Section("Kết quả", (counts_points(account), *standards_picture(account), summary_grid(account))),
            Section("Kinh phí", (money_grid(account), *money_picture(account))),
            Section("Khó khăn", difficulties(account)),
            Section("Kiến nghị, đề xuất", requests_told(account)),
        ),
        recipients=recipients,
        signature=signature,
    )


def public_notice(account: Account, *, address: str, signature: Signature) -> OfficialPaper:
    """The notice for the board and the school's page: what is improved and how far it is, without names and money."""
    plan, unit = account.plan, account.plan.unit
    where = (Text(f"Toàn văn kế hoạch được đăng tại: {address}."),) if address else ()
    return OfficialPaper(
        kind="Thông báo",
        subject=f"Công khai kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(unit, account.on),
        number=draft_number(unit, "TB", account.on),
        signed_on=account.on,
        content=(
            Text(
                f"{unit.name} thông báo công khai {plan_named(plan)} và tình hình thực hiện đến ngày {day(account.on)}:"
            ),
            summary_grid(account),
            *where,
            Text("Cha mẹ học sinh và nhân dân có ý kiến xin gửi về văn phòng nhà trường."),
        ),
        recipients=("Ban đại diện cha mẹ học sinh", "Niêm yết tại trường, trang thông tin điện tử"),
        signature=signature,
    )


def summary_grid(account: Account) -> Grid:
    """Criterion, what is to be reached, time, state: fit for a page that stands upright."""
    columns = (Column("TT", 0.6), Column("Nội dung cải tiến", 5), Column("Thời hạn", 1.6), Column("Kết quả", 2))
    rows = tuple(
        (str(n), item_named(one), day(one.item.due_on), one.state_words(account.on))
        for n, one in enumerate(account.items, 1)
    )
    return Grid(columns, rows)


def years_grid(years: Sequence[Outcomes]) -> Grid:
    """How the items of each plan ended, a row a plan."""
    told = {"met": "Đạt", "partly": "Đạt một phần", "not_met": "Không đạt", "carried_over": "Chuyển tiếp"}
    columns = (Column("Năm học", 1.6), Column("Số nội dung", 1.2), *(Column(words, 1.2) for words in told.values()))
    rows = tuple(
        (one.period, str(one.items), *(str(one.counts[key]) for key in told), f"{one.share:g}".replace(".", ","))
        for one in years
    )
    return Grid((*columns, Column("Tỉ lệ đạt (%)", 1.2)), rows)


def effects_grid(account: Account) -> Grid | Text:
    """What reviews judged: target, indicator with its value, effect."""
    judged = [one for one in account.items if one.judged]
    if not judged:
        return Text("Chưa có kỳ sơ kết, tổng kết nào đánh giá hiệu quả.")
    columns = (Column("Nội dung", 4), Column("Chỉ số", 2), Column("Giá trị đạt được", 1.6), Column("Hiệu quả", 1.8))
    return Grid(columns, tuple((item_named(one), *judgement(one.judged)) for one in judged if one.judged))


def judgement(judged: ReviewResult) -> tuple[str, str, str]:
    value = "" if judged.value is None else f"{judged.value.normalize():f}".replace(".", ",")
    effect = Effect(judged.effect).label if judged.effect else "Chưa đánh giá"
    return judged.indicator, f"{value} {judged.measure}".strip(), effect


def difficulties(account: Account) -> tuple[Content, ...]:
    """What was reported as hard or proposed, each with its item."""
    lines = [
        told_of(one.item, text) for one in account.items for report in one.reports if (text := difficulty_told(report))
    ]
    return (points(*lines),) if lines else (Text("Không có khó khăn, đề xuất nào được báo cáo."),)


def difficulty_told(report: Progress) -> str:
    """ "Thiếu người; đề xuất: cấp thêm kinh phí"; "" where neither was reported."""
    proposal = report.proposal.strip(" .;")
    told = [report.difficulty.strip(" .;"), f"đề xuất: {proposal[:1].lower()}{proposal[1:]}" if proposal else ""]
    return "; ".join(text for text in told if text)


def requests_told(account: Account) -> tuple[Content, ...]:
    """What was asked of higher authorities, and what they answered."""
    lines = [
        f"{request.addressee}: {request.subject.rstrip(' .;')} ({_answer(request.answered_on, request.answer)})"
        for request in account.requests()
    ]
    return (points(*lines),) if lines else (Text("Nhà trường không có kiến nghị."),)


def _answer(on: date | None, answer: str) -> str:
    return f"trả lời ngày {day(on)}: {answer.rstrip(' .;')}" if on else "chưa có trả lời"


def carried(account: Account) -> tuple[Content, ...]:
    """The items that go on next year, with the reason and how often they were carried over."""
    lines = [
        f"{item_named(one).rstrip(' .;')} ({_carried(one)})"
        for one in account.items
        if one.ending and one.ending.outcome == "carried_over"
    ]
    return (points(*lines),) if lines else (Text("Không có nội dung chuyển tiếp."),)


def _carried(one: ItemAccount) -> str:
    reason = one.ending.reason.rstrip(" .;") if one.ending else ""
    return f"chuyển tiếp lần {one.item.times_carried + 1}; lý do: {reason}"
