"""Blocks → a workbook of two sheets: “Kế hoạch” to work in, “Bản in” to print. The same blocks give the same bytes."""

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from caitien.blocks import Document
from caitien.findings import CannotWrite
from caitien.formats.xlsx import ours
from caitien.formats.xlsx.looks import BODY, FACE
from caitien.formats.xlsx.print_sheet import PrintSheet
from caitien.formats.xlsx.work_sheet import HEAD, lay_work_sheet, with_state
from caitien.formats.xlsx.work_table import WorkTable, main_table, with_criteria, work_table

__all__ = ["write"]

WORK_TITLE, PRINT_TITLE, LISTS_TITLE = "Kế hoạch", "Bản in", "Danh mục"
# Columns are counted in digits of this face: one that is on every machine, or lies beside it in equal widths.
_DEFAULT = {"font_name": FACE, "font_size": 11}
LONGEST = 32_767  # characters in a cell of Excel; xlsxwriter leaves out what is longer
_NO_DAY = datetime(2000, 1, 1)  # a property that Excel demands; the day of writing would change the bytes


def write(document: Document) -> bytes:
    """The workbook (.xlsx). Text stays text: nothing in it becomes a formula or a link.

    Our own reader takes the sheet to print, and the sheet to work in once someone has changed it. Raises CannotWrite
    for a text that no cell can hold.
    """
    import xlsxwriter

    longest = max(map(len, document.texts()), default=0)
    if longest > LONGEST:
        raise CannotWrite(
            f"Một đoạn dài {longest} ký tự, quá {LONGEST} ký tự của một ô Excel; hãy ghi ra .docx hoặc .pdf."
        )
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_format_properties": dict(_DEFAULT)})
    book.set_properties({"title": document.title or "", "author": "", "created": _NO_DAY})
    formats = _Formats(book)
    main = main_table(document)
    work = book.add_worksheet(WORK_TITLE)
    paper = book.add_worksheet(PRINT_TITLE, _first_page_apart())
    lists = book.add_worksheet(LISTS_TITLE)
    lists.hide()
    table = with_state(with_criteria(work_table(main), document, main)) if main else WorkTable((), ())
    texts = lay_work_sheet(work, lists, formats, table)
    PrintSheet(paper, formats, main).lay(document)
    last = f"${_letters(len(table.headings))}${HEAD + 1 + len(table.rows)}"
    book.define_name(ours.WORK, f"='{WORK_TITLE}'!$A$1:{last}")
    book.define_name(ours.PRINT, f"='{PRINT_TITLE}'!$A$1")
    book.define_name(ours.LISTS, f"='{LISTS_TITLE}'!$A$1")
    book.define_name(ours.UNTOUCHED, f'="{ours.fingerprint(texts.items())}"')
    book.close()
    return stream.getvalue()


class _Formats:
    """One format of the workbook for the same properties, however often they are asked for."""

    def __init__(self, book: Any) -> None:
        self.book, self.made = book, {}  # type: Any, dict[Any, Any]

    def __call__(self, properties: Mapping[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_name": FACE, "font_size": BODY, **properties})
        return self.made[key]


def _first_page_apart() -> type:
    """A worksheet whose first page bears no number, as the decree asks; xlsxwriter has no setting for it."""
    from xlsxwriter.worksheet import Worksheet

    class FirstPageApart(Worksheet):  # type: ignore[misc]
        def _write_header_footer(self) -> None:
            self._xml_start_tag("headerFooter", [("differentFirst", 1)])
            self._write_odd_header()
            self._xml_end_tag("headerFooter")

    return FirstPageApart


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return re.sub(r"[^A-Z]", "", xl_col_to_name(max(column, 1) - 1))
