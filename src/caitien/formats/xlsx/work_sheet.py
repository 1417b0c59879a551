"""The sheet to work in: one row an item, frozen head, filters, drop-downs for owner, level and state."""

import re
from collections.abc import Sequence
from typing import Any

from caitien.formats.xlsx.looks import BODY, FACE, TALLEST, Formats, lines_needed, points_needed
from caitien.formats.xlsx.typed import typed
from caitien.formats.xlsx.work_table import WorkTable
from caitien.vietnamese.fold import fold
from caitien.vietnamese.sorting import sort_key

__all__ = ["HEAD", "lay_work_sheet", "with_state"]

HEAD = 1  # 0-based row of the headings; above it stands what the sheet is for
WIDTH = 190.0
FREE_ROWS = 200  # below the last item, where drop-downs wait for new rows
STATE = "Mức độ thực hiện"
STATES = ("Chưa bắt đầu", "Đang thực hiện", "Hoàn thành", "Chưa hoàn thành")
SAID = "Trang làm việc, mỗi nội dung một dòng. Sửa ở đây rồi xuất lại bằng lệnh “caitien write” để có bản in mới."

_STATE = re.compile(r"muc do (thuc hien|hoan thanh)|tinh trang|trang thai|tinh hinh thuc hien")
_LEVEL = re.compile(r"(muc|cap)( do)?")
_OWNER = re.compile(r"chu tri|phu trach|chiu trach nhiem|phan cong|(nguoi|ca nhan|don vi|bo phan).*thuc hien")
_NARROW = re.compile(r"tt|stt|tieu chi|muc")


def with_state(table: WorkTable) -> WorkTable:
    """The table with a column for the state of the work, where the form has none."""
    if any(_STATE.search(fold(heading)) for heading in table.headings):
        return table
    rows = tuple((*row, "") for row in table.rows)
    return WorkTable((*table.headings, STATE), rows, table.bands, (*table.shares, 0.8))


def lay_work_sheet(sheet: Any, lists: Any, formats: Formats, table: WorkTable) -> dict[tuple[int, int], str]:
    """Fill the sheet, and the sheet `lists` with what the drop-downs offer; the texts by (row, column) from 1."""
    sheet.hide_gridlines(0)
    sheet.freeze_panes(HEAD + 1, table.bands + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.write_string(0, 0, SAID, formats({"italic": True, "font_color": "#595959"}))
    texts = {(1, 1): SAID}
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1, "bg_color": "#DDEBF7"}
    widths = [_width(table, column) for column in range(len(table.headings))]
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, widths[column])
        sheet.write_string(HEAD, column, heading, formats(head))
        texts[HEAD + 1, column + 1] = heading
    sheet.set_row(HEAD, _height(table.headings, widths, BODY + 1))
    for at, row in enumerate(table.rows, start=HEAD + 1):
        sheet.set_row(at, _height(row, widths, 12))
        for column, text in enumerate(row):
            _write(sheet, at, column, text, formats)
            if text:
                texts[at + 1, column + 1] = text
    if table.headings:
        sheet.autofilter(HEAD, 0, HEAD + max(len(table.rows), 1), len(table.headings) - 1)
    _offer(sheet, lists, table)
    return texts


def _width(table: WorkTable, column: int) -> float:
    texts = [row[column] for row in table.rows]
    if _NARROW.fullmatch(fold(table.headings[column])) and all(len(text) < 16 for text in texts):
        return 8.0
    values = max((len(text) for text in texts if typed(text)), default=0) * 1.15 + 2  # a value cannot wrap
    return round(max(11.0, values, WIDTH * table.shares[column] / (sum(table.shares) or 1)), 2)


def _height(texts: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Of a row: its longest cell is shown whole, as far as Excel's tallest row allows."""
    lines = max((lines_needed(text, width, size) for text, width in zip(texts, widths, strict=True)), default=1)
    return min(points_needed(lines, size), TALLEST)


def _write(sheet: Any, row: int, column: int, text: str, formats: Formats) -> None:
    found = typed(text)
    look: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1, "font_name": FACE, "font_size": 12}
    if found is None:
        form = formats(look)
        sheet.write_string(row, column, text, form) if text else sheet.write_blank(row, column, None, form)
    elif isinstance(found.value, int):
        look |= {"align": "center"} if found.number_format == "0" else {}
        sheet.write_number(row, column, found.value, formats(look | {"num_format": found.number_format}))
    else:
        sheet.write_datetime(row, column, found.value, formats(look | {"num_format": found.number_format}))


def _offer(sheet: Any, lists: Any, table: WorkTable) -> None:
    """Drop-downs; other texts stay allowed, since a cell may name several parties."""
    used = 0
    for column, heading in enumerate(table.headings):
        offered = _offered(fold(heading), [row[column] for row in table.rows])
        if not offered:
            continue
        lists.write_string(0, used, heading)
        for at, text in enumerate(offered, start=1):
            lists.write_string(at, used, text)
        source = f"='{lists.get_name()}'!${chr(65 + used)}$2:${chr(65 + used)}${len(offered) + 1}"
        rule = {"validate": "list", "source": source, "show_error": False}
        sheet.data_validation(HEAD + 1, column, HEAD + len(table.rows) + FREE_ROWS, column, rule)
        used += 1


def _offered(heading: str, texts: Sequence[str]) -> list[str]:
    """What the drop-down of a column offers: its own texts in order, the states of work besides; nothing for others."""
    own = sorted({text for text in texts if text and "\n" not in text and len(text) <= 250}, key=sort_key)
    if _STATE.search(heading):
        return [*STATES, *(text for text in own if text not in STATES)]
    return own if _LEVEL.fullmatch(heading) or heading == "tieu chuan" or _OWNER.search(heading) else []
