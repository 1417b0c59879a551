"""The pictures of an authority's first page: plans by step, the years, what is late in each place."""

from collections.abc import Sequence

from caitien_web.oversight.figures import Sums
from caitien_web.oversight.queries.figures import Below
from caitien_web.oversight.queries.overview import Overview
from caitien_web.ui.charts import Bar, Chart, Line, Part, Stack, bars, stacked, trend
from caitien_web.ui.vn import number

MOST_PLACES = 15


def charts_of(it: Overview) -> dict[str, Chart]:
    """The charts that have something to show: "states", "late", "years", "items"."""
    found = {"states": _states(it), "late": _late(it.below), **_years(it.years)}
    return {name: chart for name, chart in found.items() if chart is not None}


def _states(it: Overview) -> Chart | None:
    """How the plans are spread over the steps, several of a school, too; last, how many schools have none."""
    if not it.schools:
        return None
    plans = sum(count for _, _, count in it.states)
    rows = [Bar(words, count, plans) for _, words, count in it.states]
    rows.append(Bar("Trường chưa có kế hoạch đã trình", it.without, it.schools))
    return bars("Kế hoạch theo trạng thái", rows, done="Số lượng", total="Trên tổng số")


def _late(below: Sequence[Below]) -> Chart | None:
    """The places with most works that are late, the greatest first."""
    late = sorted((one for one in below if one.late > 0), key=lambda one: (-one.late, one.unit.folded))
    if not late:
        return None
    rows = [Stack(one.unit.name, (one.late,)) for one in late[:MOST_PLACES]]
    return stacked("Việc quá hạn theo đơn vị", [Part("Việc quá hạn")], rows, say=number)


def _years(years: Sequence[tuple[int, Sums]]) -> dict[str, Chart]:
    if len(years) < 2:
        return {}
    periods = [f"{year} - {year + 1}" for year, _ in years]
    schools = Line("Trường có kế hoạch", tuple(sums.schools for _, sums in years))
    planned = Line("Số mục", tuple(sums.items for _, sums in years))
    done = Line("Đã xong", tuple(sums.done for _, sums in years))
    return {
        "years": trend("Trường có kế hoạch qua các năm học", periods, [schools]),
        "items": trend("Mục kế hoạch qua các năm học", periods, [planned, done]),
    }
