"""B05: an amount has no source."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from caitien.checks.budget_cells import amount_of, in_dong, source_of
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_columns import shown_fields, spreads
from caitien.findings import Finding, Place, Severity

_HINT = "Ghi nguồn: ngân sách chi thường xuyên, không thường xuyên, xã hội hóa hoặc nguồn thu hợp pháp khác."


class AmountWithoutSource(Check):
    """Có số tiền nhưng không ghi lấy từ nguồn nào.

    Vì sao: chưa có nguồn thì chưa chắc có tiền; người duyệt không biết trường tự chi hay phải xin cấp.
    Căn cứ: thông lệ lập dự toán. Mẫu có cột nguồn kinh phí mà để trống là lỗi; mẫu không có cột ấy thì chỉ cảnh báo từ
    số tiền `large` (đồng) trở lên, dưới mức đó chỉ gợi ý.
    Không dùng khi: kế hoạch ghi chung một nguồn cho cả bảng ở phần lời văn.
    """

    code = "B05"
    options: ClassVar[Mapping[str, Any]] = {"large": 100_000_000}

    def run(self, subject: Subject) -> Iterator[Finding]:
        asked = "funding_source" in shown_fields(subject)
        paid = [(index, item) for index, item in subject.items if amount_of(item)]
        rows = [(index, item) for index, item in paid if not source_of(item) and not _is_no(item.funding_source)]
        largest = max((amount_of(item) or 0 for _, item in rows), default=0)
        if spreads(rows, paid):
            yield self.found(
                f"{len(rows)} trên {len(paid)} khoản kinh phí không ghi nguồn (khoản lớn nhất {in_dong(largest)}).",
                _HINT,
                Place("items", field="funding_source" if asked else "budget_text"),
                severity=self._weight(subject, largest, asked=asked),
            )
            return
        for index, item in rows:
            yield self.found_at(
                subject,
                index,
                "funding_source" if asked else "budget_text",
                f"{item_name(index, item)}: kinh phí {in_dong(amount_of(item) or 0)} chưa ghi nguồn.",
                _HINT,
                quote=item.budget_text,
                severity=self._weight(subject, amount_of(item) or 0, asked=asked),
            )

    def _weight(self, subject: Subject, amount: int, *, asked: bool) -> Severity:
        if asked:
            return Severity.ERROR
        return Severity.WARNING if amount >= subject.options["large"] else Severity.HINT


def _is_no(source: str | None) -> bool:
    """A source column that says "Không" beside an amount contradicts it, which is another fault."""
    return bool(source and source.strip(" .").casefold() in ("không", "không có"))
