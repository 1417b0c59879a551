"""L04: an internal basis without number and date."""

import re
from collections.abc import Iterator

from caitien.checks.bases import basis_place, position_of
from caitien.checks.check import Check, Subject, shortened
from caitien.findings import Finding, Severity
from caitien.plan import LegalBasis
from caitien.vietnamese.dates import find_dates

# Kinds of papers that bear a number and a date; a "tình hình thực tế" or last year's results do not.
_PAPERS = frozenset(
    (
        "Báo cáo tự đánh giá", "Báo cáo đánh giá ngoài", "Báo cáo", "Quyết định", "Kế hoạch", "Nghị quyết", "Công văn",
        "Hướng dẫn", "Thông báo", "Chỉ thị", "Kết luận", "Tờ trình", "Biên bản", "Thông tư", "Nghị định",
    )
)  # fmt: skip
_LEAD = re.compile(r"^(?:Căn cứ|Theo|Dựa (?:vào|trên))(?: vào)? +(?=\w)", re.IGNORECASE)


class BasisWithoutNumberAndDate(Check):
    """Căn cứ là một văn bản (báo cáo tự đánh giá, báo cáo đánh giá ngoài, quyết định, kế hoạch …) nhưng không ghi số và
    ngày.

    Vì sao: không có số, ngày thì không biết là văn bản nào, của năm nào, và không tìm lại được khi kiểm tra.
    Căn cứ: Nghị định 30/2020/NĐ-CP (viện dẫn ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu).
    Không dùng khi: căn cứ không phải một văn bản (tình hình thực tế, kết quả năm học trước), hoặc là luật.
    """

    code = "L04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for basis in subject.plan.legal_bases:
            if basis.type not in _PAPERS or basis.date or _has_day(basis):
                continue
            name = shortened(_LEAD.sub("", basis.text.rstrip(" .,;")), 70)
            lacking = "ngày ban hành" if basis.number else "số và ngày"
            yield self.found(
                f"Căn cứ “{name}” không ghi {lacking}.",
                f"Ghi thêm {lacking} của văn bản này.",
                basis_place(basis),
                position=position_of(subject, basis),
                severity=Severity.HINT if basis.number else None,
            )


def _has_day(basis: LegalBasis) -> bool:
    return any(len(found.iso) == 10 for found in find_dates(basis.text))
