"""B02: no money is planned for work that costs money."""

from collections.abc import Iterator

from caitien.checks.budget_cells import budget_field, is_empty, says_none, source_of
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.paid_work import GIVING, TRAINING, PaidWork, paid_work_in, paid_work_of
from caitien.findings import Finding, Severity


class PaidWorkWithoutBudget(Check):
    """Kinh phí ghi “Không” hoặc để trống trong khi công việc là mua sắm, xây dựng, sửa chữa hoặc tập huấn.

    Vì sao: việc không có tiền thì không làm được; khi kiểm tra, số “Không” mâu thuẫn với công việc.
    Căn cứ: thông lệ lập dự toán; mẫu kế hoạch có cột kinh phí để mỗi việc có nguồn thực hiện.
    Không dùng khi: việc do đơn vị khác chi hoặc dùng vật tư sẵn có; khi đó ghi rõ nguồn ấy vào dòng. Tập huấn và
    việc chỉ đề nghị cấp trên mà ghi “Không” thì chỉ được nhắc nhẹ.
    """

    code = "B02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        field = budget_field(subject)
        if field is None:
            return
        for index, item in subject.items:
            none, empty = says_none(item, field), is_empty(item, field)
            if not (none or (empty and field == "budget_text")) or source_of(item):
                continue
            works = [(name, work) for name, work in paid_work_of(item) if work.kind.id != GIVING]
            if works:
                yield self._finding(subject, index, works, field, none=none)
            misplaced = [work for work in paid_work_in(item.owner_text or "") if work.kind.id not in (GIVING, TRAINING)]
            if misplaced:
                yield self._finding(subject, index, [("owner_text", misplaced[0])], field, none=none)

    def _finding(
        self, subject: Subject, index: int, works: list[tuple[str, PaidWork]], field: str, *, none: bool
    ) -> Finding:
        item = subject.plan.items[index]
        name, first = min(works, key=lambda pair: _rank(pair[1]))
        cell = f"ghi “{(getattr(item, field) or '').strip()}”" if none else "để trống"
        words = " và ".join(f"“{text}”" for text in _distinct(works)[:2])
        return self.found_at(
            subject,
            index,
            name,
            f"{item_name(index, item)}: kinh phí {cell} nhưng công việc là {words}.",
            "Ghi số tiền dự kiến và nguồn; nếu đơn vị khác chi thì ghi rõ đơn vị đó.",
            quote=first.words.removesuffix(" …"),
            severity=_weight(first, none=none),
        )


def _rank(work: PaidWork) -> tuple[bool, bool]:
    return work.kind.id == TRAINING, work.asked


def _weight(work: PaidWork, *, none: bool) -> Severity:
    if work.kind.id == TRAINING:
        return Severity.HINT if none else Severity.WARNING
    return Severity.HINT if none and work.asked else Severity.ERROR


def _distinct(works: list[tuple[str, PaidWork]]) -> list[str]:
    """The words of the works, the weightiest first, without what another's words hold already."""
    texts = [work.words for _, work in sorted(works, key=lambda pair: _rank(pair[1]))]
    return [text for text in texts if not any(text != other and text in other for other in texts)]
