"""L05: the self-assessment used as basis is of a time to come, or too old."""

from collections.abc import Iterator

from caitien.checks.bases import SELF_ASSESSMENT, basis_place, day_of, first_year, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Severity
from caitien.plan import LegalBasis
from caitien.vietnamese.dates import say_day
from caitien.vietnamese.years import school_year_in, years_range_in

_EARLIEST_MONTH = 4  # A school year's report is written from April on.


class SelfAssessmentOfWrongPeriod(Check):
    """Báo cáo tự đánh giá dùng làm căn cứ nói về thời gian chưa qua (lỗi), hoặc đã cũ hơn một năm (cảnh báo).

    Vì sao: chỉ đánh giá được thời gian đã qua; báo cáo quá cũ không cho biết điểm yếu hiện nay.
    Căn cứ: Điều 23 Thông tư 17, 18, 19/2018/TT-BGDĐT (kế hoạch cải tiến nằm sau báo cáo tự đánh giá); Điều 10 Thông tư
    57/2026/TT-BGDĐT (cải tiến hằng năm theo kết quả tự đánh giá).
    Không dùng khi: báo cáo của chu kỳ 5 năm vẫn là báo cáo mới nhất và nhà trường nói rõ điều đó.
    """

    code = "L05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for basis in subject.plan.legal_bases:
            if basis.type == SELF_ASSESSMENT:
                years, start = _years(basis), first_year(subject)
                yield from self._years(subject, basis, years, start) if years and start else self._date(subject, basis)

    def _years(
        self, subject: Subject, basis: LegalBasis, years: tuple[int, int, bool], start: int
    ) -> Iterator[Finding]:
        first, last, is_school_year = years
        if _is_to_come(subject, last):
            yield self._found(subject, basis, f"nói về giai đoạn {first} - {last} chưa kết thúc", None)
        elif last < start - (0 if is_school_year else 1):
            yield self._found(subject, basis, f"của giai đoạn {first} - {last} đã cũ hơn một năm", Severity.WARNING)

    def _date(self, subject: Subject, basis: LegalBasis) -> Iterator[Finding]:
        written, on = day_of(basis.date), subject.on
        if written and on and (on - written).days > 500:
            yield self._found(subject, basis, f"ký ngày {say_day(written)} đã cũ hơn một năm", Severity.WARNING)

    def _found(self, subject: Subject, basis: LegalBasis, what: str, severity: Severity | None) -> Finding:
        return self.found(
            f"Báo cáo tự đánh giá dùng làm căn cứ {what} (kế hoạch từ năm {first_year(subject)}).",
            "Dùng báo cáo tự đánh giá của năm học vừa qua, ghi đúng giai đoạn, số và ngày.",
            basis_place(basis),
            position=position_of(subject, basis),
            severity=severity,
        )


def _years(basis: LegalBasis) -> tuple[int, int, bool] | None:
    """First and last year that the report speaks of, and whether they are one school year."""
    year = school_year_in(basis.text)
    span = years_range_in(basis.text)
    if span and span[1] - span[0] > 1:
        return *span, False
    return (int(year[:4]), int(year[5:]), True) if year else None


def _is_to_come(subject: Subject, last: int) -> bool:
    """Whether the year that a report ends in has not come far enough by the plan's day."""
    on = subject.on
    if on is None:
        return False
    return last > on.year or (last == on.year and on.month < _EARLIEST_MONTH)
