"""E02: addresses of web pages, page numbers or rows of dashes stand between the paragraphs."""

from collections.abc import Iterator

from caitien.checks.as_typed import as_typed, found_raw
from caitien.checks.check import Check, Subject, shortened
from caitien.checks.mark_up import ADDRESS_LINE, DASH_ROW, LAW_ADDRESS, PAGE_NUMBER
from caitien.checks.passages import passage_at
from caitien.findings import Finding

_KINDS = (
    (ADDRESS_LINE, "địa chỉ trang web đứng riêng một dòng"),
    (LAW_ADDRESS, "địa chỉ trang web tra cứu văn bản"),
    (DASH_ROW, "dòng gạch ngang ngăn cách"),
    (PAGE_NUMBER, "số trang"),
)


class RemnantsOfPages(Check):
    """Trong văn bản còn sót địa chỉ trang web, số trang hoặc dòng gạch ngăn cách.

    Vì sao: đây là vết của việc chép từ trang web hoặc chuyển từ PDF, không thuộc nội dung kế hoạch.
    Căn cứ: thông lệ.
    Không dùng khi: địa chỉ là nơi lưu minh chứng điện tử hoặc trang của nhà trường, được ghi có chủ ý.
    """

    code = "E02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        raw = as_typed(subject)
        told: set[str] = set()
        for pattern, said in _KINDS:
            hits = [match for match in pattern.finditer(raw) if match[0].strip() not in told]
            if not subject.wording.raw:  # as read: a cell may hold the address of its evidence, or a number, alone
                hits = [match for match in hits if passage_at(subject, match.start()).line]
            if hits:
                told |= {match[0].strip() for match in hits}
                quote = shortened(hits[0][0].replace("\t", " "), 80)
                count = f" ({len(hits)} chỗ)" if len(hits) > 1 else ""
                message = f"Còn sót {said}{count}: “{quote}”."
                yield found_raw(self, subject, hits[0].start(), message, "Xóa khỏi văn bản.", quote)
