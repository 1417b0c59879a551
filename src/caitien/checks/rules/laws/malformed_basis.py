"""L06: a basis clause with words missing, doubled, or left from the template."""

import re
from collections.abc import Iterator

from caitien.checks.bases import is_basis_line
from caitien.checks.check import Check, Subject
from caitien.checks.doubles import is_meant
from caitien.checks.remembered import remembered
from caitien.findings import Finding, Place, Position

_KIND = r"(?:Thông tư|Quyết định|Nghị định|Nghị quyết|Luật|Công văn|Hướng dẫn|Kế hoạch|Báo cáo|Chỉ thị)"
_TWICE = re.compile(r"\b([^\W\d_]{2,})\s+(\1)\b(?!-)(?: +(\w+))?", re.IGNORECASE)
_FAULTS = (
    (re.compile(rf"\bCăn(?= {_KIND}\b)"), "thiếu chữ “cứ” sau “Căn”"),
    (re.compile(r"\bhướng dẫn hiện(?=\s*(?:[:;.,]|$))"), "chữ “hiện hành” bị cắt còn “hiện”"),
    (_TWICE, "lặp từ"),
    (
        re.compile(
            r"(?:số|ngày|tháng|năm(?: học)?)\s*(?:…|\.{3,}|_{2,})|\[(?!Cần )[^\]\d]*\]"
            r"|\((?:ghi rõ|nếu có|tên trường)[^)]*\)"
        ),
        "còn chữ của mẫu chưa điền",
    ),
    (
        re.compile(r"\S+\s+(?:của|về|và|số|ngày|theo|ban hành|về việc|đối với)\s*[;.,]\s*$"),
        "câu bị cắt giữa chừng",
    ),
)


class MalformedBasis(Check):
    """Câu căn cứ viết hỏng: “Căn Quyết định”, lặp từ, còn chữ của mẫu, bị cắt giữa chừng.

    Vì sao: phần căn cứ là phần người duyệt đọc đầu tiên; câu hỏng cho thấy văn bản chưa được soát.
    Căn cứ: thông lệ soạn thảo văn bản; Nghị định 30/2020/NĐ-CP về công tác văn thư.
    Không dùng khi: từ lặp là từ láy hoặc một phần của tên riêng.
    """

    code = "L06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for text, position in _clauses(subject):
            if fault := _fault_in(text):
                quote, what = fault
                yield self.found(
                    f"Căn cứ “{quote}”: {what}.",
                    "Viết lại câu căn cứ cho đủ: tên loại, số, ngày, cơ quan ban hành, nội dung.",
                    Place("bases", quote=quote),
                    position=position,
                )


@remembered
def _fault_in(text: str) -> tuple[str, str] | None:
    """The words of the first fault of a clause, and what is wrong with them."""
    found = ((match, what) for pattern, what in _FAULTS for match in pattern.finditer(text) if not _is_meant(match))
    return next(((_around(text, match), what) for match, what in found), None)


def _is_meant(match: re.Match[str]) -> bool:
    """Whether two equal words are no slip ("học sinh sinh sống")."""
    return match.re is _TWICE and is_meant(match[1], match[2], match[3] or "")


def _clauses(subject: Subject) -> Iterator[tuple[str, Position | None]]:
    """The lines that hold bases; the bases themselves where the plan is data."""
    if not subject.wording.lines:
        for basis in subject.plan.legal_bases:
            yield basis.text, None
    for line in subject.wording.part("bases", "header"):
        if is_basis_line(line):
            yield line.text, line.position


def _around(text: str, match: re.Match[str]) -> str:
    """The words of a match with a few on each side, as written."""
    before = re.search(r"(?:\S+\s+){0,3}\S*$", text[: match.start()])
    after = re.match(r"\S*(?:\s+\S+){0,3}", text[match.end() :])
    start, end = before.start() if before else match.start(), match.end() + (after.end() if after else 0)
    return text[start:end].strip()
