"""How much of each is done: a bar for each standard, its numbers at the bar's end."""

from collections.abc import Sequence
from dataclasses import dataclass

from caitien_web.ui.charts.drawing import Chart, Drawing, both

LABEL, END, THICK = 250, 96, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """`done` of `total`; a total of 0 is told as nothing planned."""

    label: str
    done: int
    total: int

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0

    @property
    def told(self) -> str:
        return f"{self.done}/{self.total} ({self.share:.0%})" if self.total else "chưa có việc"


def bars(title: str, given: Sequence[Bar], *, done: str = "Đã xong", total: str = "Tất cả") -> Chart:
    """Bars of one length, filled as far as things are done."""

    def draw(drawing: Drawing) -> None:
        left = drawing.left_of_bars(LABEL)
        full = drawing.width - left - END
        for bar in given:
            top = drawing.row(bar.label, LABEL, thick=THICK, gap=10)
            drawing.rect(left, top, full, THICK)
            if bar.done:
                drawing.rect(left, top, full * min(bar.share, 1.0), THICK, 0)
            drawing.text(left + full + 10, top + 13, bar.told, soft=not bar.total)

    words = "; ".join(f"{bar.label}: {bar.told}" for bar in given) + "."
    rows = tuple((bar.label, str(bar.done), str(bar.total)) for bar in given)
    return Chart(title, words, *both(draw, title, words), ("", done, total), rows)
