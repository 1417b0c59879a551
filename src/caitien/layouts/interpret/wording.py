"""What the document says beyond the plan's data, kept for the checks of form."""

from collections.abc import Sequence
from dataclasses import replace

from caitien.layouts.interpret.grid import Head
from caitien.layouts.interpret.lines import Line
from caitien.layouts.interpret.outline import Outline
from caitien.layouts.interpret.rows import RowReader
from caitien.plan.wording import Wording, WrittenLine, WrittenStandard


def wording_of(parts: Outline, heads: Sequence[Head], rows: RowReader, raw: str) -> Wording:
    """The document's lines in order, the headings of the plan table, its standards and criteria as written."""
    plan = next((head for head in heads if head.kind == "plan"), None)
    columns = tuple(" ".join(heading.split()) for heading in plan.headings) if plan else ()
    cells = (item.values.get("standard_criterion") or item.values.get("criterion") for item in rows.items)
    criteria = tuple(" ".join(cell.text.split()) if cell else "" for cell in cells)
    lines = tuple(_written(part, line) for part, line in parts.order)
    money = (item.values.get("budget_text") for item in rows.items)
    budgets = tuple(" ".join(cell.text.split()) if cell else "" for cell in money)
    left_out = tuple(found.place.quote or "" for found in rows.findings if found.name == "row-left-out")
    return Wording(lines, _with_counts(rows), columns, criteria, raw, budgets, left_out)


def _written(part: str, line: Line) -> WrittenLine:
    name = part.removesuffix(".title")
    return WrittenLine(line.text, name, line.number, line.bullet, line.bold, name != part, line.position)


def _with_counts(rows: RowReader) -> tuple[WrittenStandard, ...]:
    """Each standard with the number of items between it and the next one."""
    ends = [standard.first_item for standard in rows.standards[1:]] + [len(rows.items)]
    pairs = zip(rows.standards, ends, strict=True) if rows.standards else ()
    return tuple(replace(standard, items=end - standard.first_item) for standard, end in pairs)
