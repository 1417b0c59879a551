"""The repeating row of a template's table: once for each item, under a row for each standard where there is one."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from caitien.blocks.field_values import FieldValues
from caitien.findings import CannotWrite
from caitien.formats.docx.parts import W
from caitien.formats.docx_template.names import named, texts_in
from caitien.formats.docx_template.places import fill_paragraphs

if TYPE_CHECKING:
    Element = etree._Element


@dataclass(frozen=True, slots=True)
class Pattern:
    """The rows of a table that repeat, taken out of it; `place` marks where they stood."""

    place: "Element"
    item_row: "Element"
    band_row: "Element | None"


def take_rows(root: "Element", values: FieldValues) -> list[Pattern]:
    """Take out of each table its row with fields of an item, and the row of a standard above it. Raises CannotWrite."""
    found = []
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl"), None) is table]
        used = [{name for text in texts_in(row) for name in named(text)} for row in rows]
        of_items = [row for row, names in zip(rows, used, strict=True) if names & values.row_names]
        of_bands = [row for row, names in zip(rows, used, strict=True) if names & values.band_names]
        of_bands = [row for row in of_bands if row not in of_items]
        if len(of_items) > 1 or len(of_bands) > 1:
            raise CannotWrite(
                "Một bảng trong mẫu có hai dòng lặp; mỗi bảng chỉ một dòng {{muc.…}}, các dòng khác tự thêm vào."
            )
        if of_bands and (not of_items or of_bands[0].getnext() is not of_items[0]):
            raise CannotWrite("Dòng {{tieu_chuan.…}} trong mẫu phải đứng ngay trên dòng {{muc.…}} của cùng bảng.")
        if of_items:
            found.append((of_items[0], of_bands[0] if of_bands else None))
    return [_taken(item_row, band_row) for item_row, band_row in found]


def _taken(item_row: "Element", band_row: "Element | None") -> Pattern:
    place = etree.Comment("")
    item_row.addnext(place)
    for row in (item_row, band_row):
        if row is not None and (parent := row.getparent()) is not None:
            parent.remove(row)
    return Pattern(place, item_row, band_row)


def lay_rows(pattern: Pattern, values: FieldValues) -> None:
    """Put the rows of the items where the pattern stood."""
    empty = dict.fromkeys(values.band_names, "")
    for band in values.bands:
        own = {**values.fields, **empty, **band.fields}
        if pattern.band_row is not None and band.fields:
            _add(pattern.place, pattern.band_row, own)
        for row in band.rows:
            _add(pattern.place, pattern.item_row, {**own, **row})
    if (parent := pattern.place.getparent()) is not None:
        parent.remove(pattern.place)


def _add(place: "Element", row: "Element", values: Mapping[str, str]) -> None:
    row = deepcopy(row)
    fill_paragraphs(row, values)
    place.addprevious(row)
