"""P02: an item ends after the plan does."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.plan_years import is_after, last_month, named, spoken
from caitien.findings import Finding


class ItemEndsAfterPeriod(Check):
    """Một việc hoàn thành sau khi kế hoạch đã hết thời hạn.

    Vì sao: kế hoạch được tổng kết khi hết năm học hoặc giai đoạn; việc kéo dài hơn sẽ không có ai đánh giá.
    Căn cứ: thông lệ lập kế hoạch; mỗi kế hoạch cải tiến lập cho một năm học hoặc một giai đoạn ghi ở tên kế hoạch.
    Không dùng khi: việc dài hạn được ghi rõ là chuyển tiếp và đã nêu phần phải xong trong thời hạn của kế hoạch.
    """

    code = "P02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        limit = last_month(subject.plan)
        for index, item in subject.items:
            if limit and item.end and is_after(item.end, limit):
                whole = item.start is not None and is_after(item.start, limit)
                how = "nằm ngoài" if whole else f"kéo đến {spoken(item.end)}, quá"
                yield self.found_at(
                    subject,
                    index,
                    "time_text",
                    f"{item_name(index, item)}: thời gian “{shortened(item.time_text or '')}” {how} "
                    f"{named(subject.plan)} của kế hoạch.",
                    "Ghi phần việc phải xong trong thời hạn của kế hoạch, phần còn lại chuyển sang kế hoạch sau.",
                )
