"""P07: a plan of several years has a school year in which nothing is done."""

from collections import Counter
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import named, years_of
from caitien.findings import Finding, Place
from caitien.vietnamese.years import say_years, school_year


class SchoolYearWithoutItem(Check):
    """Kế hoạch nhiều năm có một năm học không có việc nào.

    Vì sao: kế hoạch của giai đoạn phải cho biết từng năm học làm gì; năm trống thì không có gì để thực hiện, đánh giá.
    Căn cứ: thông lệ; kế hoạch nhiều năm thường tự nêu yêu cầu hoàn thành theo từng năm học.
    Không dùng khi: nhà trường có kế hoạch riêng cho năm học ấy và có dẫn chiếu.
    """

    code = "P07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = [school_year(first) for first in years_of(subject.plan)]
        if len(years) < 2:
            return
        counts = Counter(year for item in subject.plan.items for year in item.school_years)
        idle = [say_years(year) for year in years if not counts[year]]
        if not idle or not any(counts[year] for year in years):
            return
        spread = ", ".join(f"{say_years(year)}: {counts[year]}" for year in years)
        yield self.found(
            f"Kế hoạch cho {named(subject.plan)} không có việc nào trong năm học {' và '.join(idle)} "
            f"(số việc: {spread}).",
            f"Bổ sung việc cho năm học {', '.join(idle)}, hoặc chia lại thời gian của các việc.",
            Place("items", field="time_text", quote=named(subject.plan)),
        )
