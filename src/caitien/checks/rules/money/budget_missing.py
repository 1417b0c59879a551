"""B01: the budget cell is empty."""

from collections.abc import Iterator

from caitien.checks.budget_cells import budget_field, is_empty, source_of
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.paid_work import GIVING, paid_work_of
from caitien.checks.table_columns import heading_of, spreads
from caitien.findings import Finding, Place, Severity
from caitien.plan import Item

_HINT = "Ghi số tiền và nguồn kinh phí; việc không cần kinh phí thì ghi “Không”."


class BudgetMissing(Check):
    """Ô kinh phí để trống, không có số tiền cũng không có chữ “Không”.

    Vì sao: để trống thì không biết là không cần kinh phí hay chưa tính; kế toán không lập được dự toán.
    Căn cứ: cột “Dự kiến kinh phí” của mẫu kế hoạch theo hướng dẫn 5932/BGDĐT-QLCL, 5942/BGDĐT-QLCL.
    Không dùng khi: mẫu của nhà trường không có cột kinh phí; trường hợp đó đã được bỏ qua.
    """

    code = "B01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if budget_field(subject) != "budget_text":
            return
        items = subject.plan.items
        empty = [(index, item) for index, item in subject.items if is_empty(item, "budget_text")]
        if len(empty) == len(items) > 1 or spreads(empty, items):
            every = len(empty) == len(items)
            heading = heading_of(subject, "budget_text") or "Dự kiến kinh phí"
            yield self.found(
                f"Cột “{heading}” để trống ở {'tất cả' if every else f'{len(empty)} trên'} {len(items)} việc.",
                _HINT,
                Place("items", field="budget_text", quote=heading),
                severity=Severity.ERROR if every else Severity.WARNING,
            )
            empty = [row for row in empty if _gives(row[1])]
        for index, item in empty:
            if _costs(item):  # which is a fault of its own, and said there
                continue
            work = _gives(item)
            what = f" nhưng công việc là “{work}”" if work else ""
            message = f"{item_name(index, item)}: ô kinh phí để trống{what}."
            yield self.found_at(subject, index, "budget_text", message, _HINT, quote=work)


def _costs(item: Item) -> bool:
    return not source_of(item) and any(work.kind.id != GIVING for _, work in paid_work_of(item))


def _gives(item: Item) -> str | None:
    """The words of a work that gives money or things to people, where no source is named for it."""
    if source_of(item):
        return None
    return next((work.words for _, work in paid_work_of(item) if work.kind.id == GIVING), None)
