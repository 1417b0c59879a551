"""A row that is no item is kept in the wording, so that checks can see a total."""

from pathlib import Path

import docx

from caitien.reading import read_plan
from library.layouts.plans import NINE

ROWS = (
    ("1", "Tiêu chí 1.5: Lớp học", "Đủ 2 tủ", "Mua tủ", "Kế toán", "Tháng 9/2024", "3.000.000 đồng", "", ""),
    ("2", "Tiêu chí 3.5: Thiết bị", "Đủ 4 loa", "Mua loa", "Kế toán", "Tháng 9/2024", "2.000.000 đồng", "", ""),
    ("", "", "Tổng cộng", "", "", "", "5.000.000 đồng", "", ""),
)


def test_a_total_row_is_no_item_and_stays_in_the_wording(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC")
    table = document.add_table(rows=0, cols=len(NINE))
    for texts in (NINE, *ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "total.docx"))
    reading = read_plan(tmp_path / "total.docx")
    assert [item.criterion for item in reading.plan.items] == ["1.5", "3.5"]
    assert reading.wording.left_out == ("Tổng cộng 5.000.000 đồng",)
