"""How much of each is done: a bar for each standard, its numbers at the bar's end."""

from collections.abc import Sequence
from dataclasses import dataclass

from caitien_web.ui.charts.drawing import LINE, WIDTH, Chart, Drawing, lines_of

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
    drawing, full = Drawing(), WIDTH - LABEL - END
    for bar in given:
        label = lines_of(bar.label, LABEL - 16)
        top, height = drawing.height, max(len(label) * LINE, THICK) + 10
        for number, line in enumerate(label):
            drawing.text(0, top + 14 + number * LINE, line)
        middle = top + (height - 10) / 2 - THICK / 2 + 1
        drawing.rect(LABEL, middle, full, THICK)
        if bar.done:
            drawing.rect(LABEL, middle, full * min(bar.share, 1.0), THICK, 0)
        drawing.text(LABEL + full + 10, middle + 13, bar.told, soft=not bar.total)
        drawing.height += height
    words = "; ".join(f"{bar.label}: {bar.told}" for bar in given) + "."
    rows = tuple((bar.label, str(bar.done), str(bar.total)) for bar in given)
    return Chart(title, words, drawing.finished(title, words), ("", done, total), rows)
