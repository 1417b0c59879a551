"""Rows of the plan table → raw items: bands and placeholders out, cut rows joined, criteria carried down."""

import re
from dataclasses import dataclass, field, replace

from caitien.findings import Finding, Place, Position, doubt
from caitien.layouts.interpret.codes import CriterionCell, find_code, find_standard, read_criterion_cell
from caitien.layouts.interpret.grid import GridRow, Value
from caitien.plan.wording import WrittenStandard
from caitien.vietnamese.fold import fold
from caitien.vietnamese.normalise import squeeze

_NOTHING = re.compile(r"(khong co|khong|khong co noi dung|khong xay dung ke hoach|chua co)( gi| tieu chi nao)?")
_LEVEL_BAND = re.compile(r"(cac )?muc( do)? ?[1-4]( ?(,|va|-|den)? ?(muc )?[1-4])*")
_TOTAL = re.compile(r"(tong cong|tong kinh phi|tong so|tong|cong)\b")
# A row brings something of its own if it says who or when; without these it can only go on with the row above.
_OWN = ("owner_text", "lead_text", "time_text", "start_text", "end_text", "budget_text")
_STARTS = ("weakness", "improvement", "target_result", "task", "solution")


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item before anything is derived: its cells by field, and what its criterion cell said."""

    values: dict[str, Value]
    criterion: CriterionCell
    standard: int | None = None
    row_number: str | None = None
    lacks_criterion: bool = False  # the table has a column for it, and neither this row nor one above names it
    position: Position = field(default_factory=Position)


@dataclass(slots=True)
class RowReader:
    """What is carried from row to row, over all tables of the plan."""

    items: list[RawItem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    standard: int | None = None
    band_criterion: CriterionCell | None = None
    standards: list[WrittenStandard] = field(default_factory=list)

    def read(self, row: GridRow, *, has_criterion_column: bool) -> None:
        if row.band is not None:
            self._band(row.band, row)
            return
        cell = _criterion_of(row)
        if self._is_heading_row(row, cell):
            return
        self._remember_standard(row, cell)
        if self._goes_on(row, cell, has_criterion_column=has_criterion_column):
            self._extend(row)
        elif set(row.values) - {"row_number", "standard", "note"}:
            self._add(row, cell, has_criterion_column=has_criterion_column)

    def _band(self, text: str, row: GridRow) -> None:
        plain = fold(text).strip(" -–*.:;")
        cell = read_criterion_cell(text)
        if cell.code:
            self.band_criterion, self.standard = cell, int(cell.code.split(".")[0])
        elif (number := find_standard(text)) is not None:
            self._open_standard(number, text, None, row.position)
        elif _NOTHING.fullmatch(plain):
            self._say_nothing()
        elif _LEVEL_BAND.fullmatch(plain) or not plain:
            return
        elif self.items and text[:1].islower():
            self._extend_text(self._last_field(), Value(text, row.position))
        else:
            self._leave_out(text, row.position)

    def _is_heading_row(self, row: GridRow, cell: CriterionCell) -> bool:
        """A row that only names a standard, a level or says that there is nothing."""
        texts = {name: value.text for name, value in row.values.items() if name != "row_number"}
        names = {"standard_criterion", "standard", "criterion", "criterion_title"}
        plain = fold(" ".join(texts.values())).strip(" -–*.:;")
        if _TOTAL.match(plain) and len(texts) <= 4 and not cell.code:
            self._leave_out(" ".join(texts.values()), row.position)
            return True
        if _NOTHING.fullmatch(plain):
            self._say_nothing()
            return True
        if not texts or _LEVEL_BAND.fullmatch(plain):
            return True
        named = " ".join(text for name, text in texts.items() if name in names)
        if cell.code is None and set(texts) <= names and (number := find_standard(named)):
            row_number = row.values["row_number"].text if "row_number" in row.values else None
            self._open_standard(number, named, row_number, row.position)
            return True
        if not _NOTHING.fullmatch(fold(named).strip(" -–*.:;")):
            return False
        nothing = not set(texts) - names - {"support_conditions", "budget_text", "note"}
        if nothing:
            self._say_nothing()
        return nothing

    def _open_standard(self, number: int, title: str, row_number: str | None, position: Position) -> None:
        self.standard, self.band_criterion = number, None
        title = " ".join(title.split())
        self.standards.append(WrittenStandard(number, title, row_number, len(self.items), position=position))

    def _say_nothing(self) -> None:
        if self.standards:
            self.standards[-1] = replace(self.standards[-1], says_nothing=True)

    def _remember_standard(self, row: GridRow, cell: CriterionCell) -> None:
        value = row.values.get("standard")
        number = find_standard(value.text) if value else None
        if number is None and value and (digits := re.match(r"\s*0?([1-9])\b(?!\.\d)", value.text)):
            number = int(digits[1])
        if number is None:
            number = cell.standard
        if number is not None:
            self.standard = number
        if cell.code:
            self.band_criterion = None

    def _goes_on(self, row: GridRow, cell: CriterionCell, *, has_criterion_column: bool) -> bool:
        """Whether the row only goes on with the one above (cut by a page, or a second line of cells)."""
        if not self.items:
            return False
        if cell.code:
            # The code itself may be cut off from the word "Tiêu chí" that ends the row above.
            above = self.items[-1].values.get("standard_criterion") or self.items[-1].values.get("criterion")
            return bool(above and self.items[-1].criterion.code is None and fold(above.text).endswith("tieu chi"))
        if not has_criterion_column:
            return "row_number" not in row.values and not self._is_own(row)
        return not self._is_own(row) or (_criterion_text(row) is not None and _begins_lower(_criterion_text(row)))

    def _is_own(self, row: GridRow) -> bool:
        """Whether a row without criterion is an item of its own: it says what and who or when, and nothing is cut."""
        if not any(name in row.values for name in _STARTS) or not any(name in row.values for name in _OWN):
            return False
        return not any(_begins_lower(row.values[name].text) for name in (*_STARTS, *_OWN[:2]) if name in row.values)

    def _extend(self, row: GridRow) -> None:
        for name, value in row.values.items():
            if name != "row_number":
                self._extend_text(name, value)
        item = self.items[-1]
        self.items[-1] = replace(item, criterion=_criterion_of_values(item.values) or item.criterion)

    def _extend_text(self, name: str, value: Value) -> None:
        item = self.items[-1]
        old = item.values.get(name)
        joined = replace(old, text=_join(old.text, value.text)) if old else value
        self.items[-1] = replace(item, values={**item.values, name: joined})

    def _last_field(self) -> str:
        return next((name for name in ("solution", "task", "target_result") if name in self.items[-1].values), "note")

    def _add(self, row: GridRow, cell: CriterionCell, *, has_criterion_column: bool) -> None:
        if cell.code is None and self.band_criterion:
            cell = replace(self.band_criterion, weakness=cell.weakness)
        elif cell.code is None and has_criterion_column and _criterion_text(row) is None and self.items:
            above = self.items[-1]
            if self.standard in (None, above.standard, _standard_of(above)):
                cell = CriterionCell(above.criterion.code, None, cell.weakness, above.standard)
        number = row.values["row_number"].text if "row_number" in row.values else None
        if cell.code is None and (text := _criterion_text(row)):
            cell = replace(cell, title=text)
        lacks = has_criterion_column and cell.code is None
        self.items.append(RawItem(row.values, cell, self.standard, number, lacks, row.position))

    def _leave_out(self, text: str, position: Position) -> None:
        words = " ".join(text.split())[:80]
        message = f"Dòng “{words}” trong bảng không phải một nội dung cải tiến nên không được lấy vào kế hoạch."
        self.findings.append(doubt("row-left-out", message, place=Place("items", quote=words), position=position))


def raw_items(
    rows: tuple[GridRow, ...],
    *,
    above: "RowReader | None" = None,
    has_criterion_column: bool,
    heading: str = "",
) -> "RowReader":
    """The raw items of a table's rows added to those of the tables above, with the standards and doubts met.

    `heading` is the line above the table, which may name the standard or criterion of all its rows.
    """
    reader = above or RowReader()
    reader.standard, reader.band_criterion = find_standard(heading), None
    if (cell := read_criterion_cell(heading)).code:
        reader.band_criterion = cell
    for row in rows:
        reader.read(row, has_criterion_column=has_criterion_column)
    return reader


def _criterion_text(row: GridRow) -> str | None:
    names = ("standard_criterion", "criterion", "criterion_title")
    return next((row.values[name].text for name in names if name in row.values), None)


def _criterion_of(row: GridRow) -> CriterionCell:
    return _criterion_of_values(row.values) or CriterionCell()


def _criterion_of_values(values: dict[str, Value]) -> CriterionCell | None:
    """The criterion from its own cell, else from the standard's, else from a weakness that begins with it."""
    for name in ("criterion", "standard_criterion", "criterion_title", "standard"):
        if name in values:
            cell = read_criterion_cell(squeeze(values[name].text))
            if cell.code:
                return _with_title(cell, values)
    text = squeeze(values["weakness"].text) if "weakness" in values else ""
    if re.match(r"[\s\-–*+]*tiêu\s*chí", text, re.I) and find_code(text):
        cell = read_criterion_cell(text)
        return CriterionCell(cell.code, None, cell.weakness or cell.title)
    return None


def _with_title(cell: CriterionCell, values: dict[str, Value]) -> CriterionCell:
    """The criterion with the title of its own column, where the table has one beside the codes."""
    title = squeeze(values["criterion_title"].text) if "criterion_title" in values else None
    return replace(cell, title=title) if title and not cell.title and not find_code(title) else cell


def _standard_of(item: RawItem) -> int | None:
    return int(item.criterion.code.split(".")[0]) if item.criterion.code else None


def _begins_lower(text: str | None) -> bool:
    first = (text or "").lstrip()[:1]
    return bool(first) and first.islower()


def _join(above: str, below: str) -> str:
    """Two parts of one cell: a new line where the lower part begins a paragraph, else the sentence goes on."""
    above, below = above.rstrip(), below.strip()
    if re.match(r"[-–+*•]\s|\d+[.)]\s|[a-z]\)\s", below):
        return f"{above}\n{below}"
    if above.endswith(("TT-", "QĐ-", "CV-")):
        return above + below
    ended = above.endswith((".", ";")) and below[:1].isupper()
    return f"{above}\n{below}" if ended else f"{above} {below}"
