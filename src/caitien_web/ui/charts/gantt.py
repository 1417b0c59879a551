"""When what is done: a row for each piece of work over the months of the plan, with the day of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caitien_web.ui.charts.drawing import Chart, Drawing, both
from caitien_web.ui.vn import day

LABEL, HEAD, THICK, GAP = 250, 24, 14, 9
A_PAGE = 800.0  # of the drawing: what an upright page holds below a title where the drawing is as wide as the text
# state: (words, number of the fill)
STATES = {
    "not_started": ("chưa làm", 4),
    "in_progress": ("đang làm", 0),
    "waiting": ("chờ đơn vị khác", 1),
    "done": ("đã xong", 2),
    "late": ("quá hạn", 5),
    "not_met": ("không đạt", 5),
    "stopped": ("dừng", 4),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of work from a day to a day; either may be unknown. `state` is a key of STATES."""

    label: str
    start: date | None
    end: date | None
    state: str = "not_started"


def gantt(title: str, spans: Sequence[Span], *, first: date, last: date, today: date | None = None) -> Chart:
    """Rows over [first, last]; what lies outside is cut at the edge, what has no day is told in words."""
    days = max((last - first).days, 1)

    def draw(drawing: Drawing) -> None:
        left = drawing.left_of_bars(LABEL)

        def x(on: date) -> float:
            return left + (drawing.width - left) * min(max((on - first).days / days, 0), 1)

        foot = HEAD + sum(_height(span, drawing) for span in spans) + 4
        for month in _months(first, last, 10 if drawing.is_narrow else 14):
            drawing.line(x(month), HEAD - 4, x(month), foot)
            drawing.text(x(month) + 3, 14, f"{month.month}/{month.year % 100:02d}", soft=True, font_size=11)
        drawing.height = HEAD
        for span in spans:
            y = drawing.row(span.label, LABEL, thick=THICK, gap=GAP)
            _row(drawing, span, x(span.start or first), x(span.end or last), y)
        drawing.height = foot
        if today and first <= today <= last:
            drawing.line(x(today), HEAD - 8, x(today), foot, today=True)

    rows = tuple((span.label, day(span.start) or "–", day(span.end) or "–", STATES[span.state][0]) for span in spans)
    words = "; ".join(f"{label}: từ {start} đến {end}, {state}" for label, start, end, state in rows) + "."
    return Chart(title, words, *both(draw, title, words), ("", "Bắt đầu", "Hạn", "Trạng thái"), rows)


def pages(spans: Sequence[Span], room: float = A_PAGE) -> list[list[Span]]:
    """The rows in as many drawings as pages are needed; one without rows for none."""
    found: list[list[Span]] = [[]]
    used, paper = float(HEAD), Drawing()
    for span in spans:
        if found[-1] and used + _height(span, paper) > room:
            found.append([])
            used = float(HEAD)
        found[-1].append(span)
        used += _height(span, paper)
    return found


def _height(span: Span, drawing: Drawing) -> int:
    return drawing.height_of(span.label, LABEL, thick=THICK, gap=GAP)


def _row(drawing: Drawing, span: Span, start: float, end: float, y: float) -> None:
    """The bar with its state in words, inside where it fits, else beside it; unknown days leave the bar open."""
    said, fill = STATES[span.state]
    if span.start is None and span.end is None:
        drawing.text(drawing.left_of_bars(LABEL) + 6, y + 11, "chưa ghi thời gian", soft=True, font_size=11)
        return
    width = max(end - start, 4)
    drawing.rect(start, y, width, THICK, fill)
    if width > len(said) * 6.5 + 12:
        drawing.add("text", said, x=start + 6, y=y + 11, font_size=11, fill="#ffffff", class_="ch-in")
    elif end + len(said) * 6.5 < drawing.width:
        drawing.text(end + 5, y + 11, said, soft=True, font_size=11)
    else:
        drawing.text(start - 5, y + 11, said, soft=True, font_size=11, anchor="end")


def _months(first: date, last: date, most: int) -> list[date]:
    """The first days of the months within; every third where there are more than `most`."""
    found, year, month = [], first.year, first.month
    while date(year, month, 1) <= last:
        if date(year, month, 1) >= first:
            found.append(date(year, month, 1))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found if len(found) <= most else [one for one in found if one.month in (1, 4, 7, 10)]
