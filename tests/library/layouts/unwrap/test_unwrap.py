"""Tables set in narrow columns and written out line by line are found again, and prose stays prose."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from caitien.blocks import Paragraph, Table, WrappedText
from caitien.findings import Finding
from caitien.layouts.unwrap import unwrap
from library.layouts.unwrap.invented import (
    HEADS_8,
    HEADS_9,
    HEADS_10,
    HEADS_TT57,
    OWN_ORDER,
    ROWS_8,
    ROWS_10,
    ROWS_TT57,
)
from library.layouts.unwrap.render import Style, render

Rows = Sequence[tuple[str, ...] | str]
WIDTHS_8 = (11, 12, 13, 11, 10, 11, 10, 8)
WIDTHS_10 = (6, 5, 17, 10, 8, 10, 15, 13, 10, 9)
WIDTHS_TT57 = (3, 13, 14, 16, 13, 10, 11, 11, 14, 10)


def _numbered(rows: Rows) -> Rows:
    numbers = iter(range(1, 100))
    return [row if isinstance(row, str) else (str(next(numbers)), *row) for row in rows]


def _picked(rows: Rows, columns: Sequence[int]) -> Rows:
    return [row if isinstance(row, str) else tuple(row[c] for c in columns) for row in rows]


def _read(lines: Sequence[str]) -> tuple[tuple[Paragraph | Table, ...], tuple[Finding, ...]]:
    return unwrap(WrappedText(tuple(lines)))


def _table(lines: Sequence[str]) -> Table:
    tables = [block for block in _read(lines)[0] if isinstance(block, Table)]
    assert len(tables) == 1
    return tables[0]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _share(table: Table, rows: Rows) -> float:
    """Share of the cells that came back whole, of rows in order; a row too many or too few counts as wrong."""
    wanted = [[_plain(text) for text in ([row] if isinstance(row, str) else row)] for row in rows]
    found = [[_plain(text) for text in row.texts] for row in table.rows[1:]]
    right = sum(a == b for w, f in zip(wanted, found, strict=False) for a, b in zip(w, f, strict=False) if a or b)
    total = sum(bool(text) for row in wanted for text in row)
    given = sum(bool(text) for row in found for text in row)
    return right / max(total, given)


FORMS = {
    "8 columns": (HEADS_8, ROWS_8, WIDTHS_8),
    "9 columns": (HEADS_9, _numbered(ROWS_8), (3, *WIDTHS_8)),
    "10 columns": (HEADS_10, ROWS_10, WIDTHS_10),
    "TT57": (HEADS_TT57, ROWS_TT57, WIDTHS_TT57),
    "own order": (
        tuple(HEADS_TT57[c] for c in OWN_ORDER),
        _picked(ROWS_TT57, OWN_ORDER),
        tuple(WIDTHS_TT57[c] + 2 for c in OWN_ORDER),
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("leads", [True, False], ids=["blanks for empty cells", "no blanks"])
def test_a_wrapped_table_comes_back_cell_by_cell(form: str, leads: bool) -> None:
    heads, rows, widths = FORMS[form]
    table = _table(render(heads, rows, Style(widths, height=1000, leads=leads)))
    assert table.rows[0].is_header
    assert [_plain(text) for text in table.rows[0].texts] == [_plain(head) for head in heads]
    assert _share(table, rows) >= 0.95


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("repeat", [True, False], ids=["heads again", "bare page tops"])
def test_rows_cut_by_a_page_are_joined_again(form: str, repeat: bool) -> None:
    heads, rows, widths = FORMS[form]
    pages = [render(heads, rows, Style(widths, height, repeat=repeat)) for height in (23, 27, 31)]
    shares = [_share(_table(lines), rows) for lines in pages]
    assert sum(shares) / len(shares) >= 0.93


def test_a_joined_row_is_told_softly() -> None:
    pages = [render(HEADS_8, ROWS_8, Style(WIDTHS_8, height)) for height in (16, 18, 20)]
    assert any(finding.name == "row-cut-by-page" for lines in pages for finding in _read(lines)[1])
    assert "row-cut-by-page" not in [f.name for f in _read(render(HEADS_8, ROWS_8, Style(WIDTHS_8, 1000)))[1]]


def test_cells_know_their_first_line() -> None:
    lines = render(HEADS_8, ROWS_8, Style(WIDTHS_8, 1000))
    for row in _table(lines).rows:
        for cell in row.cells:
            if cell.text and cell.position.line:
                first = lines[cell.position.line - 1].strip()
                assert _plain(cell.text).startswith(_plain(first))


def test_a_row_whose_time_is_none_is_doubted() -> None:
    rows = [list(row) if not isinstance(row, str) else row for row in ROWS_8]
    assert isinstance(rows[2], list)
    rows[2][4] = "Khi tổ chuyên môn đề nghị"
    doubted = [f.position.row for f in _read(render(HEADS_8, rows, Style(WIDTHS_8, 1000)))[1] if f.position]
    sound = [f.position.row for f in _read(render(HEADS_8, ROWS_8, Style(WIDTHS_8, 1000)))[1] if f.position]
    assert 4 in doubted
    assert 4 not in sound


def test_the_first_criterion_is_no_heading_where_no_band_stands_before_it() -> None:
    rows = [row for row in ROWS_8 if not isinstance(row, str)]
    for first in (6, 11):
        table = _table(render(HEADS_8, rows, Style((first, *WIDTHS_8[1:]), 1000)))
        assert [_plain(text) for text in table.rows[0].texts] == list(HEADS_8)
        assert _share(table, rows) >= 0.95


def test_text_that_overtakes_the_table_goes_after_it() -> None:
    lines = render(HEADS_8, ROWS_8, Style(WIDTHS_8, 1000))
    cut = next(i for i, line in enumerate(lines) if line.startswith("Tiêu chí 3.6") or "3.6:" in line) - 2
    overtaking = ["4. Tổ chức thực hiện", ""] + [
        "- Hiệu trưởng chịu trách nhiệm chỉ đạo chung việc triển khai kế hoạch đến từng tổ, từng bộ phận.",
        "",
    ] * 2
    blocks = _read([*lines[:cut], "", *overtaking, *lines[cut:]])[0]
    assert [type(block) for block in blocks][-2:] != [Table, Table]
    table = next(block for block in blocks if isinstance(block, Table))
    assert _share(table, ROWS_8) >= 0.95
    assert next(b.text for b in blocks if isinstance(b, Paragraph)) == "4. Tổ chức thực hiện"


PROSE = """
PHÒNG GD&ĐT HUYỆN SÔNG LÀNH                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Căn cứ Quyết định số 45/QĐ-
UBND ngày 3 tháng 2 năm 2021 của Ủy ban nhân dân huyện về kế hoạch nâng cao
https://vidu.example/van-ban/quyet-dinh-45
chất lượng giáo dục;
- Nhà trường xây dựng kế hoạch nhằm khắc phục các điểm yếu đã chỉ ra trong
báo cáo tự đánh giá.
- Phân công rõ người, rõ việc.
"""


def test_prose_is_joined_to_paragraphs() -> None:
    lines = PROSE.strip().replace("\n", "\n\n").split("\n")
    assert [block.text for block in _read(lines)[0] if isinstance(block, Paragraph)] == [
        "PHÒNG GD&ĐT HUYỆN SÔNG LÀNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Căn cứ Quyết định số 45/QĐ-UBND ngày 3 tháng 2 năm 2021 của Ủy ban nhân dân huyện về kế hoạch nâng cao"
        " chất lượng giáo dục;",
        "- Nhà trường xây dựng kế hoạch nhằm khắc phục các điểm yếu đã chỉ ra trong báo cáo tự đánh giá.",
        "- Phân công rõ người, rõ việc.",
    ]


def test_without_heads_all_is_prose() -> None:
    blocks, findings = _read(["Một dòng", "", "Hai dòng", "", "Ba dòng"])
    assert not findings
    assert all(isinstance(block, Paragraph) for block in blocks)


WORDS = st.sampled_from(
    "Hiệu trưởng 1.2 Tháng 9/2024 - Không 5.000.000 đồng; Tiêu chí chuẩn 3: và (rà soát) GV, NV. ×".split()  # noqa: SIM905
)
CELLS = st.lists(WORDS, max_size=6).map(" ".join)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(st.lists(st.tuples(*[CELLS] * 8), min_size=1, max_size=5), st.integers(9, 40), st.booleans())
def test_whatever_the_cells_hold_no_word_is_lost_or_doubled(
    rows: list[tuple[str, ...]], height: int, leads: bool
) -> None:
    lines = render(HEADS_8, rows, Style(WIDTHS_8, height, leads=leads))
    blocks, _ = _read(lines)
    words = sorted(word for row in rows for cell in row for word in cell.split())
    found = []
    for block in blocks:
        texts = block.texts() if isinstance(block, Table) else [block.text]
        found += [word for text in texts for word in text.split()]
    heads = sorted(word for head in HEADS_8 for word in head.split())
    assert sorted(found) == sorted(words + heads)
