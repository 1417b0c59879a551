"""The tables of an invented document, cell by cell."""

from typing import Any

from corpus.compose.blocks import Box, Grid, Line, Style
from corpus.criteria import Criterion, criteria_of
from corpus.forms import Column, Form
from corpus.invent import Invented
from corpus.invent.random_choice import Choice


def tables_by_standard(invented: Invented, style: Style, choice: Choice) -> list[Line | Grid]:
    """A table for each standard, with the standard's name in a line above it."""
    heads = _headings(invented.form, style, choice)
    weights = tuple(column.weight for column in invented.form.columns)
    blocks: list[Line | Grid] = []
    for number, title in _standards(invented, style):
        mine = [at for at, criterion in enumerate(invented.criteria) if criterion.standard == number]
        rows = [_row(invented, style, at, counted) for counted, at in enumerate(mine, 1)]
        grid = Grid([*heads, *rows], weights, len(heads), invented.form.landscape)
        blocks += [Line(style.band_word.format(number, title), "sub"), grid]
    return blocks


def plan_tables(invented: Invented, style: Style, choice: Choice) -> list[Grid]:
    """The plan's main table; two tables where the style cuts it at a page."""
    form = invented.form
    heads = _headings(form, style, choice)
    body = _body(invented, style, choice)
    weights = tuple(column.weight for column in form.columns)
    if style.cut_table and len(body) > 4 and not any(box is None for row in body for box in row):
        middle = len(body) // 2
        return [
            Grid([*heads, *body[:middle]], weights, len(heads), form.landscape),
            Grid(body[middle:], weights, 0, form.landscape),
        ]
    return [Grid([*heads, *body], weights, len(heads), form.landscape)]


def _headings(form: Form, style: Style, choice: Choice) -> list[list[Box | None]]:
    names = [choice.one(column.headings) for column in form.columns]
    rows: list[list[Box | None]] = []
    if any(column.group for column in form.columns):
        rows += _two_levels(form.columns, names)
    else:
        rows.append([Box(name, bold=True) for name in names])
    if style.column_numbers and "(" not in "".join(names):
        rows.append([Box(f"({at})", bold=True) for at in range(1, len(names) + 1)])
    return rows


def _two_levels(columns: tuple[Column, ...], names: list[str]) -> list[list[Box | None]]:
    upper: list[Box | None] = []
    lower: list[Box | None] = []
    at = 0
    while at < len(columns):
        group = columns[at].group
        size = sum(1 for column in columns if column.group == group) if group else 1
        if group:
            upper.append(Box(group, across=size, bold=True))
            lower += [Box(name, bold=True) for name in names[at : at + size]]
        else:
            upper.append(Box(names[at], down=2, bold=True))
            lower.append(None)
        at += size
    return [upper, lower]


def _body(invented: Invented, style: Style, choice: Choice) -> list[list[Box | None]]:
    form, width = invented.form, len(invented.form.columns)
    rows: list[list[Box | None]] = []
    if style.level_band and form.standards == "band":
        rows.append([Box("MỨC 1, 2, 3", across=width, bold=True)])
    standards = _standards(invented, style)
    at = 0
    for number, title in standards:
        mine = [row for row, criterion in enumerate(invented.criteria) if criterion.standard == number]
        rows += _band(form, style, number, title, width, choice) if form.standards == "band" else []
        if not mine and form.standards == "band":
            rows.append(_nothing(form))
        for row in mine:
            at += 1
            rows.append(_row(invented, style, row, at if form.standards != "band" else None))
    return rows


def _standards(invented: Invented, style: Style) -> list[tuple[int, str]]:
    every = list(
        dict.fromkeys(
            (criterion.standard, criterion.standard_title) for criterion in criteria_of(invented.setting.edition)
        )
    )
    used = {criterion.standard for criterion in invented.criteria}
    return [
        pair
        for pair in every
        if pair[0] in used or (style.empty_standards == "some" and invented.form.standards == "band")
    ]


def _band(form: Form, style: Style, number: int, title: str, width: int, choice: Choice) -> list[list[Box | None]]:
    text = style.band_word.format(number, title)
    if form.columns[0].field != "number":
        return [[Box(text, across=width, bold=True)]]
    if choice.chance(0.5):
        return [[Box(str(number), bold=True), Box(text, across=width - 1, bold=True)]]
    return [[Box(str(number), bold=True), Box(text, bold=True), *(Box("") for _ in range(width - 2))]]


def _nothing(form: Form) -> list[Box | None]:
    return [Box("Không có" if column.field == "standard_criterion" else "") for column in form.columns]


def _row(invented: Invented, style: Style, at: int, counted: int | None) -> list[Box | None]:
    return [_cell(invented, style, column, at, counted) for column in invented.form.columns]


def _cell(invented: Invented, style: Style, column: Column, at: int, counted: int | None) -> Box | None:
    item, criterion, cells = invented.plan["items"][at], invented.criteria[at], invented.cells[at]
    if column.field == "number":
        return Box(str(counted) if counted else "")
    if column.field == "standard":
        return _run_box(invented, at, by_standard=True, text=_standard_text(invented, criterion))
    if column.field in ("criterion", "standard_criterion"):
        return _run_box(invented, at, by_standard=False, text=_criterion_text(invented, style, item, criterion))
    if column.field == "blank":
        return Box("")
    if column.field in cells:
        return Box(cells[column.field] or "")
    return Box(text_of(item, column.field))


def text_of(item: dict[str, Any], field: str) -> str:
    value = item.get({"owner": "owner_text", "time": "time_text", "budget": "budget_text"}.get(field, field))
    return "; ".join(value) if isinstance(value, list) else value or ""


def _standard_text(invented: Invented, criterion: Criterion) -> str:
    return (
        str(criterion.standard)
        if invented.form.criteria == "bare"
        else f"Tiêu chuẩn {criterion.standard}: {criterion.standard_title}"
    )


def _run_box(invented: Invented, at: int, *, by_standard: bool, text: str) -> Box | None:
    """A box for all rows of the same standard or criterion, or for this row alone, as the form has it."""
    repeat = invented.form.repeat
    keys = [(c.standard if by_standard else c.code) for c in invented.criteria]
    first = at == 0 or keys[at - 1] != keys[at]
    if repeat == "again" or (not by_standard and invented.form.weakness_inside):
        return Box(text)
    if repeat == "blank":
        return Box(text if first else "")
    if not first:
        return None
    end = at
    while end < len(keys) and keys[end] == keys[at]:
        end += 1
    return Box(text, down=end - at)


def _criterion_text(invented: Invented, style: Style, item: dict[str, Any], criterion: Criterion) -> str:
    form, title = invented.form, item["criterion_title"]
    if form.criteria == "bare":
        return criterion.code
    head = style.criterion_word.format(criterion.code, title) if title else f"Tiêu chí {criterion.code}"
    if form.standards == "inside":
        head = f"Tiêu chuẩn {criterion.standard}\n{head}"
    if form.weakness_inside and item["weakness"]:
        return (
            f"{head}\nĐiểm yếu: {item['weakness']}"
            if style.upper
            else f"Điểm yếu\n{head}\n{item['weakness']}"
            if not title
            else f"{head}\nĐiểm yếu\n{item['weakness']}"
        )
    return head


def problem_table(invented: Invented) -> Grid:
    """TT57, part IV."""
    heads: list[Box | None] = [
        Box(name, bold=True)
        for name in (
            "TT",
            "Tiêu chuẩn",
            "Tiêu chí liên quan (nếu có)",
            "Đánh giá hiện trạng",
            "Điểm hạn chế",
            "Nguyên nhân của hạn chế",
        )
    ]
    titles = {criterion.code: criterion for criterion in invented.criteria}
    rows: list[list[Box | None]] = [heads]
    for at, row in enumerate(invented.plan["problems"], 1):
        criterion = titles[row["criterion"]]
        texts = [
            str(at),
            f"Tiêu chuẩn {criterion.standard}",
            f"Tiêu chí {criterion.code}",
            row["current_state"],
            row["limitation"],
            row["cause"] or "",
        ]
        rows.append([Box(text or "") for text in texts])
    return Grid(rows, (4, 10, 12, 24, 24, 20))


def review_table(invented: Invented) -> Grid:
    """TT57, part VI."""
    heads: list[Box | None] = [
        Box(name, bold=True)
        for name in ("Thời điểm", "Nội dung theo dõi", "Kết quả thực hiện", "Điều chỉnh (nếu có)", "Người đánh giá")
    ]
    keys = ("when", "content", "result", "adjustment", "reviewer")
    rows: list[list[Box | None]] = [heads, *([Box(row[key] or "") for key in keys] for row in invented.plan["reviews"])]
    return Grid(rows, (12, 26, 20, 20, 14))
