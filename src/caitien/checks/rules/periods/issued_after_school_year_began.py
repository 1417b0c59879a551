"""P13: the plan is issued when its first school year has begun already."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import named, years_of
from caitien.findings import Finding, Place
from caitien.vietnamese.dates import say_day


class IssuedAfterSchoolYearBegan(Check):
    """Kế hoạch được ban hành sau khi năm học đầu tiên của kế hoạch đã bắt đầu.

    Vì sao: phần việc của những tháng đầu năm học không còn kịp thực hiện theo kế hoạch.
    Căn cứ: thông lệ; năm học khai giảng ngày 05 tháng 9. Tuỳ chọn `grace_days` là số ngày được chậm sau ngày ấy.
    Không dùng khi: hướng dẫn của cơ quan quản lý cho phép ban hành kế hoạch sau khai giảng.
    """

    code = "P13"
    options: ClassVar[Mapping[str, Any]] = {"grace_days": 0}

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        written = subject.plan.document.date or ""
        if not years or len(written) < 10:
            return
        issued, opening = date.fromisoformat(written), date(years[0], 9, 5)
        late = (issued - opening).days
        if late > subject.options["grace_days"]:
            yield self.found(
                f"Kế hoạch cho {named(subject.plan)} ký ngày {say_day(issued)}, sau ngày khai giảng {late} ngày.",
                "Ban hành kế hoạch trước năm học; xem lại các việc có thời gian trước ngày ký.",
                Place("header", field="date", quote=subject.plan.document.date_text),
                position=subject.positions.get("document.date_text"),
            )
