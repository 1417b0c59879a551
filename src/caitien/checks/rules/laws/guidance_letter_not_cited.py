"""L01: the ministry's letter that guides self-assessment is not among the bases."""

from collections.abc import Iterator

from caitien.checks.bases import all_cited, basis_place, guidance_letters, numbered_bases, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity
from caitien.laws.model import Law, Standing
from caitien.laws.status import lookup
from caitien.plan import LegalBasis


class GuidanceLetterNotCited(Check):
    """Căn cứ thiếu công văn hướng dẫn tự đánh giá, đánh giá ngoài dành cho cấp học của trường, hoặc viện dẫn công văn
    của cấp học khác.

    Vì sao: mẫu bảng, cách viết điểm yếu và kế hoạch cải tiến lấy từ công văn này; thiếu nó thì kế hoạch không rõ theo
    mẫu nào.
    Căn cứ: Công văn 5932/BGDĐT-QLCL (giáo dục phổ thông) và 5942/BGDĐT-QLCL (mầm non), cùng ngày 28/12/2018.
    Không dùng khi: vào ngày ký không còn công văn nào áp dụng cho cấp học (từ 07/7/2026, theo danh mục của phần mềm).
    """

    code = "L01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        wanted = _letter_for(subject)
        if wanted is None:
            return
        cited = list(numbered_bases(subject))
        if any(law is wanted for _, _, law in cited):
            return
        for basis, number, law in cited:
            if law in guidance_letters():
                yield self._for_another_level(subject, basis, number, wanted)
                return
        yield self._missing(subject, wanted)

    def _for_another_level(self, subject: Subject, basis: LegalBasis, number: str, wanted: Law) -> Finding:
        return self.found(
            f"Căn cứ viện dẫn công văn {number}; công văn của cấp học này là {wanted.number} ({wanted.title}).",
            f"Thay bằng Công văn số {wanted.number} ngày {_day(wanted)}.",
            basis_place(basis, number),
            position=position_of(subject, basis),
        )

    def _missing(self, subject: Subject, wanted: Law) -> Finding:
        hint = f"Thêm căn cứ: Công văn số {wanted.number} ngày {_day(wanted)} của {wanted.issuer}."
        elsewhere = next((one for one in all_cited(subject) if one.number == wanted.number), None)
        if elsewhere:
            message = f"Công văn {wanted.number} chỉ được nhắc trong bài, chưa có trong phần căn cứ."
            return self.found(message, hint, elsewhere.place, position=elsewhere.position, severity=Severity.HINT)
        framework = subject.framework
        circular = framework.document.number if framework else ""
        basis = next((one for one in subject.plan.legal_bases if one.number == circular), None)
        return self.found(
            f"Căn cứ không có công văn hướng dẫn tự đánh giá {wanted.number} ({wanted.title}).",
            hint,
            basis_place(basis) if basis else Place("bases"),
            position=position_of(subject, basis) if basis else None,
        )


def _letter_for(subject: Subject) -> Law | None:
    """The letter in force on the plan's day for the school's level."""
    level = subject.plan.school.level
    if subject.on is None or level is None:
        return None
    for law in guidance_letters():
        if level in law.school_levels and lookup(law.number, subject.on, level).standing is Standing.IN_FORCE:
            return law
    return None


def _day(law: Law) -> str:
    return "/".join(reversed(law.issued.split("-")))
