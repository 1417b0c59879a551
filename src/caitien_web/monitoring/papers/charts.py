"""The pictures of papers: the same drawings as on the pages, for paper."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from caitien.layouts.paper import Annex, Content, Picture
from caitien_web.monitoring.models import Work
from caitien_web.monitoring.queries.account import FINISHED, Account
from caitien_web.monitoring.queries.calendar import months_of, spans_of
from caitien_web.monitoring.queries.years import Outcomes
from caitien_web.plans.models import SchoolPlan
from caitien_web.ui.charts import Bar, Line, Part, Stack, bars, stacked, trend
from caitien_web.ui.charts.drawing import Chart
from caitien_web.ui.charts.gantt import gantt, pages
from caitien_web.ui.vn import day


def standards_picture(account: Account) -> tuple[Content, ...]:
    """How many works of each standard are finished, as bars; nothing for a plan without works."""
    if not any(one.works for one in account.items):
        return ()
    chart = bars("Việc đã xong theo tiêu chuẩn", _standards(account))
    return (Picture(chart.svg, chart.words, caption="Việc đã xong theo tiêu chuẩn"),)


def _standards(account: Account) -> list[Bar]:
    found: dict[int, list[Work]] = defaultdict(list)
    for one in account.items:
        found[one.item.standard or 0] += one.works
    others = "Nội dung khác" if len(found) > 1 else "Tất cả nội dung"
    named = {standard: f"Tiêu chuẩn {standard}" if standard else others for standard in found}
    return [
        Bar(named[standard], sum(work.state in FINISHED for work in found[standard]), len(found[standard]))
        for standard in sorted(found, key=lambda standard: standard or 99)
    ]


def money_chart(account: Account) -> Chart:
    """Money by source: what is granted, and what of the plan is not."""
    stacks = [
        Stack(source, (sums["granted"], max(sums["planned"] - sums["granted"], 0)))
        for source, sums in account.by_source.items()
    ]
    return stacked("Kinh phí theo nguồn", [Part("Được cấp"), Part("Còn thiếu so với dự kiến")], stacks)


def money_picture(account: Account) -> tuple[Content, ...]:
    """Money by source, granted and still missing; nothing where the plan speaks of no money."""
    if not any(sums["planned"] or sums["granted"] for sums in account.by_source.values()):
        return ()
    chart = money_chart(account)
    return (Picture(chart.svg, chart.words, caption="Kinh phí theo nguồn (đồng)"),)


def years_picture(years: Sequence[Outcomes]) -> tuple[Content, ...]:
    """The share of items that reached their aim, year by year; nothing for one year alone."""
    if len(years) < 2:
        return ()
    lines = (Line("Đạt mục tiêu", tuple(one.share for one in years)),)
    chart = trend("Nội dung đạt mục tiêu qua các năm", [one.period for one in years], lines, unit="%")
    return (Picture(chart.svg, chart.words, caption="Tỉ lệ nội dung đạt mục tiêu qua các năm (%)"),)


def gantt_pictures(plan: SchoolPlan, works: Sequence[Work], *, on: date) -> tuple[Picture, ...]:
    """The works over the months of the plan, as many drawings as they take pages."""
    first, last = months_of(plan)
    title, told = f"Thời gian thực hiện {plan.period_words}", f"Vạch đỏ: ngày {day(on)}"
    charts = [gantt(title, some, first=first, last=last, today=on) for some in pages(spans_of(works, on=on))]
    return tuple(Picture(chart.svg, chart.words, told if first <= on <= last else "") for chart in charts)


def gantt_annex(plan: SchoolPlan, works: Sequence[Work], *, on: date) -> tuple[Annex, ...]:
    """The drawings as an annex; none where no work has a day."""
    if not any(work.starts_on or work.due_on for work in works):
        return ()
    return (Annex("Biểu đồ thời gian thực hiện", gantt_pictures(plan, works, on=on)),)
