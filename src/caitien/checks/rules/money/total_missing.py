"""B07: the amounts are not added up."""

import re
from collections.abc import Iterator

from caitien.checks.budget_cells import amount_of, in_dong
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place

_TOTAL = re.compile(
    r"tổng\s+(?:cộng|số\s+(?:tiền|kinh phí)|kinh phí|dự toán|hợp\s+kinh phí)|(?m:^)\W*cộng\W*\d"
    r"|(?:^|\s)kinh phí (?:dự kiến )?(?:thực hiện )?(?:kế hoạch )?(?:là )?:?\s*\d",
    re.IGNORECASE,
)


class TotalMissing(Check):
    """Kế hoạch có nhiều khoản kinh phí nhưng không có dòng tổng.

    Vì sao: người duyệt cần biết cả kế hoạch tốn bao nhiêu, theo từng năm hoặc từng nguồn.
    Căn cứ: thông lệ lập dự toán.
    Không dùng khi: kế hoạch kèm một bảng dự toán riêng.
    """

    code = "B07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        rows = [(item, amount) for item in subject.plan.items if (amount := amount_of(item))]
        if len(rows) < 2 or self._has_total(subject):
            return
        total = in_dong(sum(amount for _, amount in rows))
        yield self.found(
            f"Bảng có {len(rows)} khoản kinh phí, cộng lại là {total} (theo số đã ghi), nhưng không có dòng tổng.",
            "Thêm dòng tổng cộng, chia theo nguồn; kế hoạch nhiều năm thì chia thêm theo năm học.",
            Place("items", field="budget_text", quote=" ".join((rows[0][0].budget_text or "").split()) or None),
        )

    def _has_total(self, subject: Subject) -> bool:
        texts = [line.text for line in subject.wording.lines] or [*subject.plan.purposes, subject.plan.closing or ""]
        return any(
            _TOTAL.search(text) for text in (*texts, *subject.wording.left_out, subject.wording.raw) if _speaks(text)
        )


def _speaks(text: str) -> bool:
    small = text.lower()
    return "cộng" in small or "tổng" in small or "kinh phí" in small
