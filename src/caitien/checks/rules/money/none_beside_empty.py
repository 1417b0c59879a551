"""B09: "không" and empty, or several ways of saying none, stand side by side."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_columns import heading_of, shown_fields
from caitien.findings import Finding, Place

_NONE = re.compile(r"\s*(?:không|ko|không có|không cần|không kinh phí|0|0 đồng|-|–|—|/|x)\s*\.?\s*", re.IGNORECASE)
_COLUMNS = {"budget_text": "Dự kiến kinh phí", "support_conditions": "Điều kiện hỗ trợ khác"}
_HINT = "Ghi thống nhất một cách: “Không” khi không cần, để trống là chưa ghi."


class NoneBesideEmpty(Check):
    """Trong một cột có dòng ghi “Không”, có dòng để trống; hoặc nhiều cách ghi “không” khác nhau; hoặc cột điều kiện hỗ
    trợ ghi ở hầu hết các dòng mà trống ở vài dòng.

    Vì sao: không biết ô trống là không cần hay là quên ghi.
    Căn cứ: thông lệ trình bày bảng.
    Không dùng khi: nhà trường quy ước ô trống nghĩa là không cần và có ghi chú dưới bảng.
    """

    code = "B09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        shown = shown_fields(subject)
        fields = [field for field in _COLUMNS if field in shown]
        for field in fields:
            yield from self._side_by_side(subject, field)
        if "support_conditions" in fields:
            yield from self._left_out(subject)
        yield from self._spellings(subject, fields)

    def _side_by_side(self, subject: Subject, field: str) -> Iterator[Finding]:
        cells = [(getattr(item, field) or "").strip() for item in subject.plan.items]
        none, empty = sum(bool(_NONE.fullmatch(cell)) for cell in cells if cell), sum(not cell for cell in cells)
        if none and empty:
            said = next(cell for cell in cells if cell and _NONE.fullmatch(cell))
            heading = heading_of(subject, field) or _COLUMNS[field]
            yield self.found(
                f"Cột “{heading}”: {none} dòng ghi “{said}”, {empty} dòng để trống; "
                "không rõ ô trống là không cần hay chưa ghi.",
                _HINT,
                Place("items", field=field, quote=said),
            )

    def _left_out(self, subject: Subject) -> Iterator[Finding]:
        """The few empty cells of a column of conditions that is filled otherwise."""
        items = subject.plan.items
        cells = [(item.support_conditions or "").strip() for item in items]
        empty = [index for index, cell in enumerate(cells) if not cell]
        if any(_NONE.fullmatch(cell) for cell in cells if cell) or not empty or 3 * len(empty) > len(items):
            return
        heading = heading_of(subject, "support_conditions") or _COLUMNS["support_conditions"]
        for index in empty:
            message = f"{item_name(index, items[index])}: cột “{heading}” để trống trong khi các dòng khác đều ghi."
            yield self.found_at(subject, index, "support_conditions", message, _HINT, quote=heading)

    def _spellings(self, subject: Subject, fields: list[str]) -> Iterator[Finding]:
        """Two ways of saying none in the table."""
        said: dict[str, tuple[int, str]] = {}
        for index, item in subject.items:
            for field in fields:
                cell = (getattr(item, field) or "").strip()
                if cell and _NONE.fullmatch(cell):
                    said.setdefault(cell, (index, field))
        if len(said) > 1:
            ways = " và ".join(f"“{cell}”" for cell in list(said)[:3])
            index, field = min(said.values())
            item = subject.plan.items[index]
            message = f"Bảng ghi ô không cần bằng nhiều cách: {ways} (từ {item_name(index, item).lower()})."
            yield self.found_at(subject, index, field, message, _HINT)
