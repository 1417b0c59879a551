"""L12: the text relies on an external assessment or recognition, and no decision on it is among the bases."""

import re
from collections.abc import Iterator

from caitien.checks.bases import EXTERNAL_ASSESSMENT, basis_place, is_basis_line, position_of
from caitien.checks.check import Check, Subject
from caitien.checks.sieves import Sieve
from caitien.findings import Finding, Severity
from caitien.plan.wording import WrittenLine

_AFTER = re.compile(r"sau (?:khi )?(?:được |có )?(?:kiểm định|đánh giá ngoài)[^.;,\n]{0,40}", re.IGNORECASE)
_RECOGNISED = re.compile(
    r"công nhận [^.;\n]{0,80}?đạt (?:kiểm định|chuẩn quốc gia|chất lượng|tiêu chuẩn)[^.;,\n]{0,40}", re.IGNORECASE
)
_DECISION = re.compile(
    r"(?:quyết định|giấy chứng nhận|bằng công nhận)[^;\n]{0,160}(?:công nhận|chứng nhận)"
    r"|công nhận[^;\n]{0,160}(?:quyết định|giấy chứng nhận)",
    re.IGNORECASE,
)
_CIRCULAR = re.compile(r"(?:ban hành|sửa đổi|Thông tư)[^;\n]*?công nhận", re.IGNORECASE)


class RecognitionNotCited(Check):
    """Kế hoạch dựa vào kết quả đánh giá ngoài, kiểm định nhưng phần căn cứ không có quyết định công nhận.

    Vì sao: quyết định công nhận cho biết mức đạt và thời hạn 5 năm; thiếu nó thì không rõ kế hoạch cải tiến sau kết quả
    nào.
    Căn cứ: Thông tư 17, 18, 19/2018/TT-BGDĐT, Điều 34-38 (công nhận có thời hạn 5 năm); thông lệ lập căn cứ.
    Không dùng khi: trường đã được đánh giá ngoài nhưng chưa có quyết định công nhận; khi đó ghi số, ngày báo cáo đánh
    giá ngoài.
    """

    code = "L12"

    def run(self, subject: Subject) -> Iterator[Finding]:
        decided = [line for line in subject.wording.lines if _NAMED.stops(line.text)]
        bases = subject.plan.legal_bases
        if any(is_basis_line(line) for line in decided) or any(_NAMED.stops(basis.text) for basis in bases):
            return
        external = next((basis for basis in bases if basis.type == EXTERNAL_ASSESSMENT), None)
        relied = _relied(subject, recognised=external is not None)
        if relied:
            line, words, severity = relied
            yield self.found_in(
                line, _message(words, told=bool(decided)), _HINT, quote=words, severity=None if decided else severity
            )
        elif external:
            yield self.found(
                _message(external.text.removeprefix("Căn cứ ").rstrip(" .;"), told=bool(decided)),
                _HINT,
                basis_place(external),
                position=position_of(subject, external),
            )


_HINT = "Thêm căn cứ: quyết định công nhận (hoặc giấy chứng nhận) và báo cáo đánh giá ngoài, có số và ngày."


def _message(words: str, *, told: bool) -> str:
    lacking = (
        "chỉ nhắc quyết định công nhận trong bài, chưa đưa vào căn cứ" if told else "không có quyết định công nhận"
    )
    return f"Kế hoạch dựa vào “{words}” nhưng {lacking}."


def _names_decision(text: str) -> bool:
    match = _DECISION.search(text)
    return bool(match and re.search(r"\d+/", text) and not _CIRCULAR.search(match[0]))


_NAMED = Sieve.of_texts(_names_decision, within=Sieve(re.compile("nhận", re.IGNORECASE).search))


def _relied(subject: Subject, *, recognised: bool) -> tuple[WrittenLine, str, Severity | None] | None:
    """The sentence that speaks of the time after the accreditation, else one of a recognition, and its severity."""
    lines = [
        line for line in subject.wording.lines if line.part in ("purposes", "bases", "general") or is_basis_line(line)
    ]
    for line in lines:
        after = _AFTER.search(line.text)
        if after:
            return line, after[0].strip(), Severity.WARNING
    for line in lines if recognised else ():
        match = _RECOGNISED.search(line.text)
        if match and not is_basis_line(line):
            return line, match[0].strip(), None
    return None
