"""T06: the self-assessment council is too small, even in number, or has not one chair and one secretary."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.statements import statements
from caitien.checks.yearly_plan import NOT_VERIFIED, demands, is_yearly
from caitien.findings import Finding

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNT = rf"(\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SIZE = re.compile(
    rf"hội đồng (?:tự đánh giá|TĐG)(?:(?!tổ |nhóm |ban )[^.;])"
    rf"{{0,60}}?(?:gồm|có)\s+(?:có\s+)?{_COUNT}\s+(?:thành viên|người|ủy viên|uỷ viên|đồng chí)",
    re.IGNORECASE,
)
_CHAIRS = re.compile(rf"(?<!\w){_COUNT}\s+(chủ tịch|thư ký|thư kí)(?!\w)", re.IGNORECASE)


class CouncilComposition(Check):
    """Hội đồng tự đánh giá có số thành viên chẵn, dưới 5 người, hoặc không đúng một Chủ tịch và một Thư ký.

    Vì sao: hội đồng thành lập sai thành phần thì kết quả tự đánh giá và kế hoạch có thể không được công nhận.
    Căn cứ: Điều 9 khoản 1, khoản 2 Thông tư 57/2026/TT-BGDĐT (số lẻ, từ 05 người; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: kế hoạch lập theo các thông tư năm 2018.
    """

    code = "T06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not is_yearly(subject):
            return
        least = demands()["council_from"]
        for line in statements(subject, "bases", "general", "results", "organisation", "mechanism"):
            match = _SIZE.search(line.text)
            if match is None:
                continue
            faults = list(_faults(match[1], line.text[match.end() : match.end() + 160], least))
            if faults:
                yield self.found_in(
                    line,
                    f"Hội đồng tự đánh giá có {match[1]} thành viên: {', '.join(faults)}.",
                    f"Kiện toàn hội đồng: số lẻ, từ {least} người, một Chủ tịch, một Thư ký"
                    f" (Điều 9 Thông tư 57/2026/TT-BGDĐT, {NOT_VERIFIED}).",
                    quote=match[0],
                )


def _faults(written: str, after: str, least: int) -> Iterator[str]:
    size = _number(written)
    if size < least:
        yield f"ít hơn {least} người"
    if size % 2 == 0:
        yield "số chẵn"
    for count, office in _CHAIRS.findall(after):
        if _number(count) != 1:
            yield f"{count} {office.lower()}"


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.lower()]
