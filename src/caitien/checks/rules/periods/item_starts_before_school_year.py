"""P05: an item starts before the plan's first school year."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.plan_years import first_month, is_before, named, spoken
from caitien.checks.table_columns import spreads
from caitien.findings import Finding, Place, Severity


class ItemStartsBeforeSchoolYear(Check):
    """Một việc bắt đầu trước khi năm học (hoặc giai đoạn) của kế hoạch bắt đầu.

    Vì sao: việc của tháng 8 trở về trước thường thuộc kế hoạch năm trước, hoặc là việc chuẩn bị cần nói rõ.
    Căn cứ: thông lệ; năm học tính từ tháng 9. Việc chuẩn bị trong tháng 8 thường được chấp nhận, nên chỉ gợi ý.
    Không dùng khi: nhà trường chủ động chuẩn bị trước năm học và đã ghi rõ là việc chuẩn bị.
    """

    code = "P05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        first = first_month(subject.plan)
        if not first:
            return
        rows = [(i, item) for i, item in subject.items if item.start and is_before(item.start, first)]
        if spreads(rows, subject.plan.items):
            yield self.found(
                f"{len(rows)} trên {len(subject.plan.items)} việc bắt đầu trước {named(subject.plan)}.",
                "Xem lại thời gian bắt đầu, hoặc ghi rõ đây là việc chuẩn bị cho năm học.",
                Place("items", field="time_text"),
            )
            return
        for index, item in rows:
            start = item.start or ""
            august = start[:7] == f"{first[:4]}-08"
            yield self.found_at(
                subject,
                index,
                "time_text",
                f"{item_name(index, item)}: bắt đầu từ {spoken(start)}, trước khi {named(subject.plan)} bắt đầu.",
                "Nếu là việc chuẩn bị thì ghi rõ; nếu không, sửa thời gian bắt đầu.",
                severity=Severity.HINT if august else Severity.WARNING,
            )
