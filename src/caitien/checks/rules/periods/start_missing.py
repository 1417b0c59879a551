"""P09: an item has no start, or no time at all."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.table_columns import asks_start_and_end, shown_fields, spreads
from caitien.findings import Finding, Place, Severity


class StartMissing(Check):
    """Ô thời gian không cho biết khi nào bắt đầu, hoặc để trống.

    Vì sao: chỉ có hạn cuối thì không biết khi nào phải nhắc người phụ trách bắt tay vào việc.
    Căn cứ: cột “Thời gian thực hiện và hoàn thành” của mẫu theo hướng dẫn 5932/BGDĐT-QLCL; thông lệ lập kế hoạch.
    Không dùng khi: cột của nhà trường chỉ hỏi hạn hoàn thành; trường hợp đó đã được bỏ qua.
    """

    code = "P09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        items = subject.plan.items
        if {"time_text", "start_text"} & shown_fields(subject):
            empty = [(i, item) for i, item in subject.items if not (item.time_text or item.start or item.end)]
            if spreads(empty, items):
                message = f"{len(empty)} trên {len(items)} việc để trống ô thời gian."
                yield self.found(message, "Ghi thời gian bắt đầu và hoàn thành.", Place("items", field="time_text"))
                empty = []
            for index, item in empty:
                message = f"{item_name(index, item)}: ô thời gian để trống."
                yield self.found_at(subject, index, "time_text", message, "Ghi thời gian bắt đầu và hoàn thành.")
        asked = asks_start_and_end(subject)
        for index, item in subject.items:
            if asked is not False and item.end and not item.start and item.recurrence in (None, "none"):
                yield self.found_at(
                    subject,
                    index,
                    "time_text",
                    f"{item_name(index, item)}: “{shortened(item.time_text or '')}” chưa có thời gian bắt đầu.",
                    "Ghi thêm tháng bắt đầu thực hiện.",
                    severity=None if asked else Severity.HINT,
                )
