"""H01: the document has no number, or only a blank for one."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.head_lines import number_line
from caitien.findings import Finding, Place


class NumberMissing(Check):
    """Kế hoạch chưa có số, ký hiệu, hoặc số còn để trống (“Số: …/KH-…”).

    Vì sao: văn bản chưa có số là văn bản chưa ban hành, không dẫn chiếu và lưu trữ được.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu của văn bản).
    Không dùng khi: kế hoạch còn là dự thảo, số sẽ được cấp khi ban hành.
    """

    code = "H01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        document = subject.plan.document
        if document.number and not document.number_is_blank:
            return
        line = number_line(subject)
        quote = line.text if line else document.number
        said = f"Số của kế hoạch còn để trống: “{quote}”." if quote else "Kế hoạch chưa có số, ký hiệu."
        hint = "Lấy số ở văn thư và ghi dạng “Số: 15/KH-<tên viết tắt của trường>”."
        yield self.found(
            said, hint, Place("header", field="number", quote=quote), position=line.position if line else None
        )
