"""H13: a list's dash stands before the closing sentence; blanks stand before some numbers of headings."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place
from caitien.vietnamese.fold import fold

_CLOSES = re.compile(r"tren day la (?:noi dung )?ke hoach|ke hoach nay (?:duoc|co hieu luc)|yeu cau .{3,60} nghiem tuc")
_NUMBERED = re.compile(r"^([ \t\u00a0]*)((?:[IVX]{1,5}|\d{1,2})\.[ \u00a0]+\S.{3,60})", re.M)


class ListSignMisplaced(Check):
    """Gạch đầu dòng đặt trước câu kết, hoặc đề mục lúc có khoảng trắng ở đầu, lúc không.

    Vì sao: câu kết bị đọc thành nhiệm vụ cuối của bên đứng trên; khoảng trắng gõ tay làm lệch đề mục.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (bố cục và trình bày phần, mục, khoản).
    Không dùng khi: khoảng trắng do phần mềm chuyển tệp thêm vào.
    """

    code = "H13"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for line in subject.wording.part("organisation", "mechanism"):
            if line.bullet and _CLOSES.match(fold(line.text)):
                message = f"Câu kết “{line.text[:60].strip()} …” có gạch đầu dòng như một nhiệm vụ."
                yield self.found_in(line, message, "Bỏ gạch đầu dòng, đặt câu kết thành đoạn riêng.")
        yield from self._indented(subject)

    def _indented(self, subject: Subject) -> Iterator[Finding]:
        raw = subject.wording.raw
        numbered = [match for match in _NUMBERED.finditer(raw) if "\t" not in match[1]]
        shifted = [match[2].strip() for match in numbered if match[1]]
        if 2 <= len(shifted) <= len(numbered) // 2:
            shown = "; ".join(f"“{text[:40].strip()}”" for text in shifted[:3])
            yield self.found(
                f"{len(shifted)} đề mục có khoảng trắng gõ tay ở đầu dòng, các đề mục khác không: {shown}.",
                "Xóa khoảng trắng, dùng thụt đầu dòng của đoạn văn.",
                Place("text", quote=shifted[-1][:60]),
            )
