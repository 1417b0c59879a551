"""W04: one term is written in two ways."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import found_on
from caitien.checks.term_variants import Found, variants_in
from caitien.findings import Finding


class VariantsOfATerm(Check):
    """Một từ hay một chức danh được viết hai cách trong cùng văn bản (“qui chế” và “quy định”, “Phó hiệu trưởng” và
    “Phó Hiệu trưởng”).

    Vì sao: văn bản viết không thống nhất trông như ghép từ nhiều nguồn.
    Căn cứ: thông lệ soạn thảo; cách viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP.
    Không dùng khi: cách viết khác nằm trong tên riêng hoặc trong tên văn bản được dẫn.
    """

    code = "W04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for group in variants_in(subject):
            usual, rarer = group[0], group[1]
            yield self._told(subject, usual, rarer)

    def _told(self, subject: Subject, usual: Found, rarer: Found) -> Finding:
        message = f"Viết không thống nhất: “{rarer.quote}” và “{usual.quote}”."
        hint = f"Thống nhất một cách viết trong cả văn bản, ví dụ “{usual.quote}”."
        return found_on(self, subject, rarer.passage, message, hint, rarer.quote)
