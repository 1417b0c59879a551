"""H03: the head lacks the governing body, the school's name, the name of the country or the motto."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.head_lines import head_lines, line_with, motto_line
from caitien.findings import Finding, Place, Severity


class HeadIncomplete(Check):
    """Phần đầu văn bản thiếu tên cơ quan chủ quản, tên trường, Quốc hiệu hoặc Tiêu ngữ.

    Vì sao: thiếu các thành phần này văn bản không đúng thể thức, không biết đơn vị nào ban hành.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (thành phần thể thức văn bản hành chính).
    Không dùng khi: tệp chỉ là phần thân của kế hoạch, phần đầu nằm ở tệp khác.
    """

    code = "H03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        missing = [name for name, is_there in _elements(subject) if not is_there]
        if missing:
            yield self.found(
                f"Phần đầu văn bản thiếu: {', '.join(missing)}.",
                "Bổ sung đủ các thành phần ở đầu văn bản theo Nghị định 30/2020/NĐ-CP.",
                Place("header"),
                severity=Severity.WARNING if len(missing) == 1 else None,  # a private school may have no body above it
            )


def _elements(subject: Subject) -> Iterator[tuple[str, bool]]:
    school, lines = subject.plan.school, head_lines(subject)
    yield "tên cơ quan chủ quản", bool(school.governing_body)
    if not lines:
        yield "tên trường", bool(school.name)
        return
    title = next((i for i, line in enumerate(lines) if line.text.upper().startswith("KẾ HOẠCH")), len(lines))
    named = line_with(lines[:title], r"\b(?:truong|trung tam|nha tre|lop mau giao|co so)\b|\b(?:th|thcs|thpt|mn)\b")
    yield "tên trường", named is not None
    yield "Quốc hiệu", line_with(lines, r"cong\s?ho?a xa\s?ho?i|cong hoa xa hoi") is not None
    yield "Tiêu ngữ", motto_line(subject) is not None
