"""P08: the time cell holds a calendar year in a plan for a school year."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.plan_years import covers_one_year, named
from caitien.findings import Finding


class CalendarYearInSchoolYearPlan(Check):
    """Ô thời gian chỉ ghi năm dương lịch (“2024”) trong kế hoạch của một năm học.

    Vì sao: năm học nằm trên hai năm dương lịch; “2024” có thể là học kỳ I của năm học này hoặc học kỳ II năm học trước.
    Căn cứ: thông lệ; thời gian trong kế hoạch năm học ghi theo tháng, học kỳ hoặc năm học.
    Không dùng khi: việc gắn với năm tài chính (dự toán, quyết toán) và đã ghi rõ như vậy.
    """

    code = "P08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not covers_one_year(subject.plan):
            return
        for index, item in subject.items:
            if any(iso and len(iso) == 4 for iso in (item.start, item.end)):
                yield self.found_at(
                    subject,
                    index,
                    "time_text",
                    f"{item_name(index, item)}: thời gian ghi theo năm dương lịch “{shortened(item.time_text or '')}” "
                    f"trong kế hoạch của {named(subject.plan)}.",
                    "Ghi tháng bắt đầu và tháng hoàn thành, hoặc học kỳ, năm học.",
                )
