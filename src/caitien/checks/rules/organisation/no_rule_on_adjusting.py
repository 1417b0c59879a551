"""O10: nothing says when and how the plan is adjusted."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.organisation_words import is_said, texts_of
from caitien.findings import Finding, Place
from caitien.vietnamese.fold import fold

_ADJUSTS = re.compile(
    r"\bdieu chinh\b|\b(?:bo sung|sua doi|cap nhat)\b.{0,60}\bke hoach\b|\bke hoach\b.{0,60}\b(?:bo sung|sua doi)\b"
)


class NoRuleOnAdjusting(Check):
    """Phần tổ chức thực hiện không nói khi nào, ai được điều chỉnh, bổ sung kế hoạch.

    Vì sao: trong năm luôn có việc phải đổi hạn, đổi người; không có quy định thì kế hoạch bị bỏ quên thay vì được sửa.
    Căn cứ: cột “Điều chỉnh” ở phần theo dõi, đánh giá của Biểu 2 Phụ lục V Thông tư 57/2026/TT-BGDĐT; với mẫu trước đó
    là thông lệ.
    Không dùng khi: việc điều chỉnh đã quy định ở quy chế làm việc của hội đồng.
    """

    code = "O10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if (
            not is_said(subject)
            or subject.plan.reviews
            or any(_ADJUSTS.search(fold(text)) for text in texts_of(subject))
        ):
            return
        message = "Phần tổ chức thực hiện không nói khi nào thì điều chỉnh, bổ sung kế hoạch."
        hint = "Thêm mốc rà soát (cuối học kỳ I, cuối năm học) và người quyết định điều chỉnh, bổ sung."
        yield self.found(message, hint, Place("organisation"))
