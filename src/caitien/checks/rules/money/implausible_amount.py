"""B04: an amount is not of the order of magnitude that such work costs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from caitien.checks.budget_cells import amount_of, in_dong
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.paid_work import kinds, paid_work_of
from caitien.findings import Finding, Severity
from caitien.plan import Item

_OTHER = "viec-khac"
# Work of no known kind that may cost much all the same is not judged.
_MAY_COST_MUCH = re.compile(
    r"xây|sửa|mua|lắp|lợp|cải tạo|nâng cấp|trang bị|đầu tư|công trình|mở rộng|mặt bằng|thiết bị|thi công", re.IGNORECASE
)


class ImplausibleAmount(Check):
    """Số tiền không hợp với loại công việc: quá thấp hoặc quá cao so với khoảng thường gặp, có thể thiếu số 0.

    Vì sao: một lỗi gõ “350.000” thay cho “350.000.000” làm cả dòng không thực hiện được.
    Căn cứ: khoảng chi thường gặp do phần mềm đặt rất rộng, không phải định mức; cần đối chiếu báo giá, định mức địa
    phương. Mỗi loại việc là một tuỳ chọn [thấp, cao] tính bằng đồng, sở hoặc trường đặt lại trong caitien.toml.
    Không dùng khi: số tiền đã có báo giá hoặc dự toán được duyệt.
    """

    code = "B04"
    options: ClassVar[Mapping[str, Any]] = {kind.id: [kind.low, kind.high] for kind in kinds()} | {
        _OTHER: [10_000, 1_000_000_000]
    }

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            amount = amount_of(item)
            if not amount:
                continue
            works = [work for _, work in paid_work_of(item)]
            low, high = _range([subject.options[work.kind.id] for work in works] or [subject.options[_OTHER]])
            if low <= amount <= high or (not works and _may_cost_much(item)):
                continue
            what = f"“{works[0].words}”" if works else "việc không xây dựng, mua sắm, sửa chữa"
            slip = ", có thể thiếu ba số 0" if _is_slip(amount, low, high) else ""
            how = "thấp" if amount < low else "cao"
            usual = f"từ {in_dong(low)} trở lên" if amount < low else f"không quá {in_dong(high)}"
            yield self.found_at(
                subject,
                index,
                "budget_text",
                f"{item_name(index, item)}: {in_dong(amount)} cho {what} là {how} bất thường (thường {usual}){slip}.",
                "Kiểm tra lại số tiền và số chữ số 0; khoảng thường gặp cần đối chiếu với giá ở địa phương.",
                severity=Severity.WARNING if slip else None,
            )


def _may_cost_much(item: Item) -> bool:
    return bool(_MAY_COST_MUCH.search(f"{item.target_result} {item.task} {item.solution}"))


def _range(ranges: Sequence[Sequence[int]]) -> tuple[int, int]:
    """At least the dearest work's least, at most all works' most."""
    return max(low for low, _ in ranges), sum(high for _, high in ranges)


def _is_slip(amount: int, low: int, high: int) -> bool:
    """Whether three noughts may be missing: far too little, and plausible a thousandfold."""
    return amount * 5 < low and low <= amount * 1000 <= high
