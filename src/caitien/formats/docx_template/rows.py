"""The repeating row of a template's table: once for each item, under a row for each standard where there is one; in
other tables once for each row of a listing (problems, reviews, parties).
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from caitien.blocks.field_values import Band, FieldValues
from caitien.findings import CannotWrite
from caitien.formats.docx.parts import W
from caitien.formats.docx_template.names import named, texts_in
from caitien.formats.docx_template.places import fill_paragraphs

if TYPE_CHECKING:
    Element = etree._Element


@dataclass(frozen=True, slots=True)
class Pattern:
    """The rows of a table that repeat, taken out of it; `place` marks where they stood, `bands` is what fills them."""

    place: "Element"
    row: "Element"
    band_row: "Element | None"
    bands: tuple[Band, ...]


def take_rows(root: "Element", values: FieldValues) -> list[Pattern]:
    """Take out of each table its row that repeats, and the row of a standard above it. Raises CannotWrite."""
    kinds = [(values.row_names, values.bands)]
    kinds += [(listing.names, (Band({}, listing.rows),)) for listing in values.listings]
    found = []
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl"), None) is table]
        used = [(row, {name for text in texts_in(row) for name in named(text)}) for row in rows]
        repeated = [(row, bands) for row, names in used for known, bands in kinds if names & known]
        of_bands = [row for row, names in used if names & values.band_names]
        of_bands = [row for row in of_bands if row not in [one for one, _ in repeated]]
        _refuse_wrong_rows([row for row, _ in repeated], of_bands)
        found += [(row, of_bands[0] if of_bands else None, bands) for row, bands in repeated]
    return [_taken(row, band_row, bands) for row, band_row, bands in found]


def _refuse_wrong_rows(repeated: "list[Element]", of_bands: "list[Element]") -> None:
    if len(repeated) > len(set(repeated)):
        raise CannotWrite(
            "Một dòng lặp trong mẫu trộn trường của hai loại, ví dụ {{muc.…}} và {{van_de.…}}; hãy tách ra."
        )
    if len(repeated) > 1 or len(of_bands) > 1:
        raise CannotWrite(
            "Một bảng trong mẫu có hai dòng lặp; mỗi bảng chỉ một dòng {{muc.…}} (hoặc một dòng {{van_de.…}}, "
            "{{theo_doi.…}}, {{bo_phan.…}}), các dòng khác tự thêm vào."
        )
    if of_bands and (not repeated or of_bands[0].getnext() is not repeated[0]):
        raise CannotWrite("Dòng {{tieu_chuan.…}} trong mẫu phải đứng ngay trên dòng {{muc.…}} của cùng bảng.")


def _taken(row: "Element", band_row: "Element | None", bands: tuple[Band, ...]) -> Pattern:
    place = etree.Comment("")
    row.addnext(place)
    for one in (row, band_row):
        if one is not None and (parent := one.getparent()) is not None:
            parent.remove(one)
    return Pattern(place, row, band_row, bands)


def lay_rows(pattern: Pattern, values: FieldValues) -> None:
    """Put the rows where the pattern stood."""
    empty = dict.fromkeys(values.band_names, "")
    for band in pattern.bands:
        own = {**values.fields, **empty, **band.fields}
        if pattern.band_row is not None and band.fields:
            _add(pattern.place, pattern.band_row, own)
        for row in band.rows:
            _add(pattern.place, pattern.row, {**own, **row})
    if (parent := pattern.place.getparent()) is not None:
        parent.remove(pattern.place)


def _add(place: "Element", row: "Element", values: Mapping[str, str]) -> None:
    row = deepcopy(row)
    fill_paragraphs(row, values)
    place.addprevious(row)
