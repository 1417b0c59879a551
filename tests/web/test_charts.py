"""Charts: what they say in words and numbers, that they stand alone in documents and keep the page's rules."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from caitien.blocks import Picture
from caitien.formats.pictures import png, safe_svg
from caitien_web.ui.charts import Bar, Chart, Line, Part, Span, Stack, bars, gantt, stacked, trend
from caitien_web.ui.charts.drawing import NARROW
from caitien_web.ui.charts.gantt import pages

HOSTILE = 'Tổ <script>alert("1")</script> & "ban"'
FIRST, LAST = date(2026, 9, 1), date(2027, 5, 31)
CHARTS = {
    "bars": bars("Việc theo tiêu chuẩn", [Bar(HOSTILE, 3, 8), Bar("Không có gì", 0, 0)]),
    "stacked": stacked("Kinh phí", [Part("Ngân sách"), Part(HOSTILE)], [Stack("2026", (12_500_000, 0))]),
    "trend": trend("Qua các năm", ["2024", "2025"], [Line(HOSTILE, (3.0, None)), Line("Mức 3", (1.0, 2.5))], unit=" %"),
    "gantt": gantt("Các việc", [Span(HOSTILE, FIRST, None, "late"), Span("B", None, None)], first=FIRST, last=LAST),
}
EMPTY = {
    "bars": bars("A", []),
    "stacked": stacked("A", [], []),
    "trend": trend("A", [], []),
    "gantt": gantt("A", [], first=FIRST, last=LAST),
}


@pytest.mark.parametrize(
    "chart", [*CHARTS.values(), *EMPTY.values()], ids=[*CHARTS, *(f"empty {name}" for name in EMPTY)]
)
def test_a_drawing_is_named_told_and_stands_alone(chart: Chart):
    root = ElementTree.fromstring(chart.svg)
    ids = root.attrib["aria-labelledby"].split()
    assert [one.attrib["id"] for one in list(root)[:2]] == ids
    assert root.findtext("{*}title") == chart.title and root.findtext("{*}desc") == chart.words
    assert " style=" not in chart.svg and "<script" not in chart.svg
    assert safe_svg(chart.svg) == chart.svg


@pytest.mark.parametrize("chart", [*CHARTS.values(), *EMPTY.values()])
def test_a_phone_gets_all_of_it_in_its_width(chart: Chart):
    root = ElementTree.fromstring(chart.narrow)
    assert root.attrib["viewBox"].startswith(f"0 0 {NARROW} ")
    for text in root.iter("{*}text"):
        wide, x = len(text.text or "") * 5.5, float(text.attrib["x"])
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[text.attrib["text-anchor"]]
        assert left >= -6 and left + wide <= NARROW + 6, text.text


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_shape_has_a_colour_for_paper_and_a_class_for_the_page(chart: Chart):
    for shape in ElementTree.fromstring(chart.svg).iter():
        if shape.tag.rpartition("}")[2] in ("rect", "line", "path", "circle", "text"):
            assert shape.get("class") and re.search(r"#[0-9a-f]{6}", f"{shape.get('fill')} {shape.get('stroke')}")


def test_the_numbers_stand_beside_as_a_table():
    assert CHARTS["bars"].rows[0][1:] == ("3", "8")
    assert CHARTS["stacked"].rows == (("2026", "12.500.000 đ", "0 đ", "12.500.000 đ"),)
    assert CHARTS["trend"].rows[0][1:] == ("3 %", "–")
    assert CHARTS["gantt"].rows[1] == ("B", "–", "–", "chưa làm")
    assert "từ 01/9/2026 đến –, quá hạn" in CHARTS["gantt"].words


@pytest.mark.parametrize("count", [0, 1, 30, 200])
def test_many_rows_take_several_pages_and_none_is_lost(count):
    spans = [Span(f"Việc {n} " + "rất dài " * (n % 9), FIRST, LAST) for n in range(count)]
    parts = pages(spans)
    assert [one for part in parts for one in part] == spans
    assert all(float(re.search(r"viewBox=.0 0 720 ([\d.]+)", drawn(part).svg)[1]) <= 810 for part in parts)


def drawn(spans: list[Span]) -> Chart:
    return gantt("Các việc", spans, first=FIRST, last=LAST)


def test_a_report_draws_it():
    picture = png(Picture(CHARTS["stacked"].svg, CHARTS["stacked"].words))
    assert picture.startswith(b"\x89PNG") and len(picture) > 3000


def test_names_of_lines_do_not_lie_on_one_another():
    chart = trend("A", ["1", "2"], [Line(f"Tiêu chuẩn {n}", (5.0, 5.0)) for n in range(5)])
    ys = sorted(float(y) for y in re.findall(r'<text x="542" y="([\d.]+)"[^>]*>Tiêu', chart.svg))
    assert len(ys) == 5 and all(after - before >= 17 for before, after in pairwise(ys))


def test_forty_rows_are_quick_and_small():
    spans = [Span(f"Việc {n}", FIRST + timedelta(n), FIRST + timedelta(n + 40), "done") for n in range(40)]
    chart = gantt("Các việc", spans, first=FIRST, last=LAST, today=FIRST)
    assert len(chart.svg) < 30_000
