"""R01: results of the year before are announced and missing, or not given at all."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.findings import Finding, Place, Position, Severity
from caitien.vietnamese.fold import fold
from caitien.vietnamese.years import say_years

_RESULTS = re.compile(r"(?:can cu )?ket qua\b.*(?:nam hoc|nam truoc|da dat)")


class PriorResultsMissing(Check):
    """Kế hoạch báo là nêu kết quả cải tiến năm trước nhưng để trống (lỗi), hoặc không nêu kết quả nào (cảnh báo).

    Vì sao: không biết năm trước đạt mức nào, tiêu chí nào còn yếu thì không thấy vì sao chọn các việc này.
    Căn cứ: mẫu kế hoạch theo hướng dẫn tự đánh giá (phần kết quả thực hiện cải tiến năm trước là một căn cứ).
    Không dùng khi: trường mới thành lập; kế hoạch theo Biểu 2 Thông tư 57/2026 nêu hiện trạng ở phần các vấn đề trọng
    tâm.
    """

    code = "R01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        plan, results = subject.plan, subject.plan.prior_results
        if plan.problems or plan.weak_criteria:
            return
        if results and not results.text and not results.levels:
            year = f" năm học {say_years(results.school_year)}" if results.school_year else ""
            words, position = _announcement(subject)
            yield self.found(
                f"Kế hoạch có mục kết quả cải tiến{year} nhưng không ghi kết quả nào.",
                "Ghi số tiêu chí đạt ở từng mức và các tiêu chí còn yếu của năm trước.",
                Place("bases", quote=words),
                position=position,
            )
        elif results is None:
            says_weakness = bool(plan.items) and all(item.weakness for item in plan.items)
            yield self.found(
                "Kế hoạch không nêu kết quả của năm trước: số tiêu chí đạt ở từng mức, tiêu chí còn yếu.",
                "Thêm kết quả tự đánh giá và kết quả cải tiến của năm học trước.",
                Place("results"),
                # Rows that each tell their weakness say at least where the school stands.
                severity=Severity.HINT if says_weakness else Severity.WARNING,
            )


def _announcement(subject: Subject) -> tuple[str | None, Position | None]:
    """The words that announce the results, and where."""
    for line in subject.wording.part("bases", "results"):
        if _RESULTS.match(fold(line.text)):
            return shortened(line.text), line.position
    return next(
        (shortened(basis.text) for basis in subject.plan.legal_bases if _RESULTS.match(fold(basis.text))), None
    ), None
