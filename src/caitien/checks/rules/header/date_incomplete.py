"""H02: day, month or year of issue is missing."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place


class DateIncomplete(Check):
    """Ngày ban hành chưa ghi hoặc ghi chưa đủ ngày, tháng, năm.

    Vì sao: hiệu lực của căn cứ, thời hạn của từng việc và năm học đều tính theo ngày ban hành.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (địa danh và thời gian ban hành văn bản).
    Không dùng khi: kế hoạch còn là dự thảo, ngày sẽ ghi khi ký.
    """

    code = "H02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        document = subject.plan.document
        if document.date and re.fullmatch(r"\d{4}-\d\d-\d\d", document.date):
            return
        written = document.date_text
        said = f"Ngày ban hành ghi chưa đủ: “{written}”." if written else "Kế hoạch chưa ghi ngày ban hành."
        hint = "Ghi đủ địa danh, ngày, tháng, năm khi ký ban hành."
        position = subject.positions.get("document.date_text") or subject.positions.get("document.date")
        yield self.found(said, hint, Place("header", field="date", quote=written), position=position)
