"""L08: a basis is announced by a heading, and nothing follows."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from caitien.checks.check import Check, Subject, shortened
from caitien.findings import Finding
from caitien.plan.wording import WrittenLine
from caitien.vietnamese.fold import fold

# Headings of the template under which a school writes its own; last year's results have a check of their own.
_ANNOUNCES = re.compile(
    r"(?:cac )?(?:chu truong|dinh huong|van ban quy pham phap luat|van ban huong dan|van ban phap luat)\b"
)
_RESULTS = re.compile(r"(?:can cu )?ket qua\b")


class BasisWithoutContent(Check):
    """Phần căn cứ có một đề mục của mẫu (chủ trương, định hướng; các văn bản …) nhưng bên dưới không có nội dung.

    Vì sao: đề mục của mẫu để trống cho thấy nhà trường chưa điền; người duyệt không biết dựa vào chủ trương nào.
    Căn cứ: mẫu kế hoạch theo hướng dẫn tự đánh giá 5932/BGDĐT-QLCL và 5942/BGDĐT-QLCL; thông lệ.
    Không dùng khi: dòng ấy đã tự nói đủ (có số, ngày văn bản hoặc tên nghị quyết).
    """

    code = "L08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        lines = [line for line in subject.wording.part("bases") if not line.opens]
        for line, following in zip_longest(lines, lines[1:]):
            if line is not None and _is_announced(line) and not _goes_on(line, following):
                name = shortened(line.text.rstrip(" :;."), 80)
                yield self.found_in(
                    line,
                    f"Căn cứ “{name}” chỉ có đề mục, không có nội dung.",
                    "Ghi các chủ trương, văn bản cụ thể, hoặc bỏ đề mục này.",
                )


def _is_announced(line: WrittenLine) -> bool:
    plain = fold(line.text)
    if _RESULTS.match(plain) or re.search(r"\d", plain):
        return False
    ends_open = line.text.rstrip().endswith(":") and bool(line.number) and "nhu sau" not in plain
    return bool(_ANNOUNCES.match(plain)) or ends_open


def _goes_on(line: WrittenLine, following: WrittenLine | None) -> bool:
    """Whether the next line is written below this one: no point of the same kind, no closing sentence."""
    if following is None:
        return False
    if line.number:
        return not following.number and not fold(following.text).endswith("nhu sau:")
    return line.text.rstrip().endswith(":") or (following.bullet and not line.bullet)
