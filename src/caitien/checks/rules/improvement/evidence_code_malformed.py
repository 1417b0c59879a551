"""T05: an evidence code that has neither the form MC.s.c.nn nor the old one."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import found_on, stopped_by
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_CODE = re.compile(r"(?<![\w.])(?:MC[\s.:_-]{0,2}\d[\d.\s_-]*\d|H\d{1,2}\s?-\s?\d[\d.\s-]*\d)(?![\w])")
_BEGUN = Sieve(re.compile(r"MC|H\d").search)
_NEW = re.compile(r"MC\.[1-9]\.\d{1,2}\.\d{2,3}")
_OLD = re.compile(r"H\d{1,2}-[1-9]\.\d{1,2}-\d{2,3}")


class EvidenceCodeMalformed(Check):
    """Mã minh chứng không đúng dạng MC.tiêu chuẩn.tiêu chí.số thứ tự, cũng không đúng dạng cũ [Hn-a.b-cd].

    Vì sao: mã sai thì không tìm được minh chứng trong danh mục.
    Căn cứ: Phụ lục IV Thông tư 57/2026/TT-BGDĐT (MC.1.3.01; theo nguồn thứ cấp, cần đối chiếu); dạng cũ [H1-1.1-01]
    theo hướng dẫn 5932/BGDĐT-QLCL, 5942/BGDĐT-QLCL.
    Không dùng khi: chữ “MC” hoặc “H” có nghĩa khác trong văn bản.
    """

    code = "T05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for passage in stopped_by(_BEGUN, subject):
            for match in _CODE.finditer(passage.text):
                written = match[0].strip()
                if not _NEW.fullmatch(written) and not _OLD.fullmatch(written):
                    message = f"Mã minh chứng “{written}” không đúng dạng MC.1.3.01 hoặc [H1-1.1-01]."
                    hint = "Sửa mã theo danh mục minh chứng của trường."
                    yield found_on(self, subject, passage, message, hint, written)
