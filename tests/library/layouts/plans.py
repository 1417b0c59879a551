"""Small documents, as blocks, that the tests of interpretation read."""

from collections.abc import Sequence

from caitien.blocks import Block, Cell, Document, Paragraph, Row, Table
from caitien.layouts.columns import PLAN_COLUMNS
from caitien.layouts.forms import form_by_id
from caitien.layouts.interpret import Interpretation, interpret

_FORM = form_by_id("cv5932-9")
_FIRST = {column.field: column.headings[0] for column in PLAN_COLUMNS}
NINE = tuple(_FORM.headings.get(field, _FIRST[field]) for field in _FORM.fields)  # the official nine columns
HEAD = (
    "UBND XÃ SUỐI NGỌC",
    "TRƯỜNG TIỂU HỌC SUỐI NGỌC",
    "Số: 41/KH-THSN",
    "Suối Ngọc, ngày 05 tháng 9 năm 2025",
    "KẾ HOẠCH",
    "Cải tiến chất lượng giáo dục năm học 2025 - 2026",
)


def table(*rows: Sequence[str], ragged: bool = False) -> Table:
    """A table of plain cells; a row of one text is one cell across the table."""
    width = max(map(len, rows))
    return Table(tuple(_row(row, width, ragged) for row in rows), ragged=ragged)


def _row(texts: Sequence[str], width: int, ragged: bool) -> Row:
    if len(texts) == 1 and not ragged:
        return Row((Cell(texts[0], 0, width),))
    return Row(tuple(Cell(text, column) for column, text in enumerate(texts)))


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


def read(*blocks: Block) -> Interpretation:
    """The interpretation of the blocks behind the head of an invented school's plan."""
    return interpret(Document((*lines(*HEAD), *blocks), "test"))


def item_row(
    code: str,
    target: str = "Đạt mức 2",
    *,
    work: str = "Tập huấn",
    who: str = "Hiệu trưởng",
    when: str = "Tháng 9/2025",
) -> tuple[str, ...]:
    return ("", code, target, work, who, when, "không", "", "")
