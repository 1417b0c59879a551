"""H04: the number is not written as <number>/KH-<unit>."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.head_lines import number_line
from caitien.findings import Finding, Place

_GOOD = re.compile(r"\d+[a-zđ]?/[A-ZĐ]+(?:-[A-ZĐa-zđ0-9&.]+)+")


class NumberMalformed(Check):
    """Số, ký hiệu không đúng dạng <số>/KH-<đơn vị>: thiếu dấu nối, có dấu cách, có hai dấu gạch chéo.

    Vì sao: ký hiệu viết sai thì khó tra cứu, phần mềm quản lý văn bản không nhận.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (giữa số và ký hiệu có dấu “/”, giữa các nhóm chữ viết tắt có dấu “-”).
    Không dùng khi: đơn vị có quy ước ký hiệu riêng đã được cơ quan quản lý chấp nhận.
    """

    code = "H04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        document = subject.plan.document
        number = document.number
        if not number or document.number_is_blank or _GOOD.fullmatch(number):
            return
        line = number_line(subject)
        quote = line.text if line and number in line.text else number
        faults = ", ".join(_faults(number)) or "không đúng dạng <số>/KH-<đơn vị>"
        yield self.found(
            f"Số, ký hiệu “{number}” viết chưa đúng: {faults}.",
            "Viết dạng “15/KH-THCSLTV”: dấu “/” sau số, dấu “-” sau KH, không có dấu cách.",
            Place("header", field="number", quote=quote),
            position=line.position if line else None,
        )


def _faults(number: str) -> Iterator[str]:
    if "-" not in number:
        yield "thiếu dấu “-” giữa loại văn bản và đơn vị"
    if " " in number:
        yield "có dấu cách"
    if number.count("/") > 1:
        yield "có hai dấu “/”"
