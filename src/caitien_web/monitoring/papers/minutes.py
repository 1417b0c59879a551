"""Minutes of a review meeting, and the report of a monitoring round."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from caitien.layouts.paper import Annex, Column, Content, Grid, Numbering, OfficialPaper, Section, Signature, Text
from caitien_web.monitoring.models import MonitoringRound, Observation, Review, ReviewResult
from caitien_web.monitoring.papers.frame import (
    bases_of,
    draft_number,
    names_of,
    plan_named,
    points,
    told_of,
    work_words,
)
from caitien_web.monitoring.papers.reports import judgement
from caitien_web.ui.vn import day, long_day


def review_minutes(review: Review, results: Sequence[ReviewResult]) -> OfficialPaper:
    """The minutes by Decree 30/2020, Annex III, form 1.9: time, place, who, what, conclusion; two signatures."""
    plan = review.plan
    held_on = timezone.localtime(review.held_at).date() if review.held_at else review.planned_on
    return OfficialPaper(
        kind="Biên bản",
        subject=f"{review.get_kind_display()} kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        **names_of(plan.unit, held_on),
        number=draft_number(plan.unit, "BB", held_on),
        signed_on=held_on,
        dated=False,
        numbering=Numbering.POINTS,
        content=(
            Text(f"Thời gian bắt đầu: {_clock(review.held_at)}."),
            Text(f"Địa điểm: {review.place or plan.unit.name}."),
            Section("Thành phần", (points(*_present(review)),)),
            Section("Nội dung", (Text(review.content or f"Rà soát việc thực hiện {plan_named(plan)}."),)),
            Section("Kết quả từng nội dung cải tiến", (results_table(results),)),
            Section("Đề nghị điều chỉnh", adjustments(results)),
            Section("Bài học kinh nghiệm", (Text(review.lessons or "Không có."),)),
            Section("Kết luận của chủ tọa", (Text(review.conclusion or "…"),)),
            Text(f"Cuộc họp kết thúc vào {_clock(review.ended_at)}."),
        ),
        recipients=("Thành viên dự họp", "Hội đồng tự đánh giá", "Lưu: VT, Hồ sơ"),
        signature=Signature("Chủ tọa", review.chair),
        second=Signature("Thư ký", review.secretary),
    )


def _present(review: Review) -> list[str]:
    lines = [f"Chủ trì: {review.chair or '…'}", f"Thư ký: {review.secretary or '…'}"]
    return [*lines, f"Có mặt: {review.present or '…'}", f"Vắng mặt: {review.absent or 'không'}"]


def _clock(moment: datetime | None) -> str:
    """ "14 giờ 05 phút, ngày 25 tháng 5 năm 2027"; dots where it is not known."""
    if moment is None:
        return "… giờ … phút, ngày … tháng … năm …"
    local = timezone.localtime(moment)
    return f"{local.hour} giờ {local.minute:02d} phút, {long_day(local.date())}"


def results_table(results: Sequence[ReviewResult]) -> Grid | Text:
    """The judgement of each item."""
    if not results:
        return Text("Cuộc họp chưa ghi kết quả của nội dung nào.")
    columns = (
        Column("Tiêu chí", 1),
        Column("Nội dung", 3),
        Column("Kết quả", 3),
        Column("Chỉ số", 1.6),
        Column("Giá trị", 1.2),
        Column("Hiệu quả", 1.6),
    )
    rows = tuple(
        (one.item.criterion, one.item.improvement or one.item.target_result, one.result, *judgement(one))
        for one in results
    )
    return Grid(columns, rows)


def adjustments(results: Sequence[ReviewResult]) -> tuple[Content, ...]:
    """What was proposed, and decided so far."""
    says = {None: "chờ quyết định", True: "chấp nhận", False: "không chấp nhận"}
    lines = [
        told_of(one.item, f"{one.adjustment.rstrip(' .;')} ({says[one.decided]})") for one in results if one.adjustment
    ]
    return (points(*lines),) if lines else (Text("Không có đề nghị điều chỉnh."),)


def monitoring_report(
    round: MonitoringRound, observations: Sequence[Observation], *, signature: Signature
) -> OfficialPaper:
    """What the team reports to the chairman of the council: results, favourable and hard points, recommendations."""
    plan = round.plan
    on = round.held_on or round.planned_on
    team = round.body.name if round.body else "Tổ giám sát"
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"Kết quả {round.title[:1].lower()}{round.title[1:]} việc thực hiện kế hoạch cải tiến chất lượng "
        f"giáo dục {plan.period_words}",
        **names_of(plan.unit, on),
        number=draft_number(plan.unit, "BC", on),
        signed_on=on,
        addressees=("Chủ tịch Hội đồng tự đánh giá",),
        bases=bases_of(plan),
        content=(
            Text(f"{team} đã giám sát ngày {day(on)} và báo cáo như sau:"),
            Section("Kết quả giám sát", results_told(observations)),
            Section("Thuận lợi", (Text(round.favourable or "Không ghi nhận."),)),
            Section("Khó khăn", (Text(round.difficult or "Không ghi nhận."),)),
            Section("Nhận xét chung", (Text(round.conclusion or "…"),)),
            Section("Kiến nghị", recommendations(observations)),
        ),
        recipients=("Chủ tịch Hội đồng tự đánh giá (để b/c)", "Các bộ phận được giám sát"),
        signature=signature,
        annexes=(Annex("Kết quả giám sát từng nội dung", (observations_grid(observations),), landscape=True),),
    )


def results_told(observations: Sequence[Observation]) -> tuple[Content, ...]:
    """How many works were found in which state; each of them stands in the annex."""
    found = Counter(one.get_result_display() or "Chưa ghi kết quả" for one in observations)
    counts = [f"{words}: {count}" for words, count in found.items()]
    told = Text("Kết quả từng nội dung, minh chứng đã xem có bảng kèm theo (Phụ lục).")
    return points(f"Số nội dung được giám sát: {len(observations)}", *counts), told


def observations_grid(observations: Sequence[Observation]) -> Grid:
    """One row a work: what it is, result, evidence seen, remarks."""
    columns = (
        Column("TT", 0.6),
        Column("Nội dung", 3.4),
        Column("Phụ trách", 2),
        Column("Kết quả", 1.6),
        Column("Minh chứng đã xem", 2.4),
        Column("Thuận lợi, khó khăn", 2.6),
    )
    rows = tuple(
        (
            str(n),
            work_words(one.work),
            one.work.item.owner_text,
            one.get_result_display(),
            one.evidence_seen,
            "\n".join(text for text in (one.favourable, one.difficult) if text),
        )
        for n, one in enumerate(observations, 1)
    )
    return Grid(columns, rows)


def recommendations(observations: Sequence[Observation]) -> tuple[Content, ...]:
    """The recommendations with their items."""
    lines = [told_of(one.work.item, one.recommendation) for one in observations if one.recommendation]
    return (points(*lines),) if lines else (Text("Tổ giám sát không có kiến nghị."),)
