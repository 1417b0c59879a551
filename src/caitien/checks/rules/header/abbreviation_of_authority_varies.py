"""H11: an authority's or the staff's abbreviation is written in several ways."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import Passage, found_on, stopped_by
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_EDUCATION = re.compile(r"(?<![\w/-])[PSB]?(GD\s?[&-]?\s?[ĐD]T)(?![\w-])")
_STAFF = re.compile(r"(?<![\w/-])(CB[-&]?GV[-&]?C?NV|CBGVCNV)(?![\w-])")
_WRITTEN = Sieve.of_texts(
    lambda text: _EDUCATION.search(text) or _STAFF.search(text), within=Sieve(re.compile("GD|CB").search)
)


class AbbreviationOfAuthorityVaries(Check):
    """Chữ viết tắt của ngành hoặc của đội ngũ viết nhiều cách trong một văn bản (GDĐT, GD&ĐT, GD & ĐT, GDDT).

    Vì sao: văn bản viết không thống nhất; “GDDT” còn là viết sai vì D không phải Đ.
    Căn cứ: thông lệ; cách viết tắt trong văn bản của Bộ là GDĐT.
    Không dùng khi: cách viết khác chỉ nằm trong số, ký hiệu của văn bản được dẫn (đã được bỏ qua).
    """

    code = "H11"

    def run(self, subject: Subject) -> Iterator[Finding]:
        texts = stopped_by(_WRITTEN, subject)
        for pattern in (_EDUCATION, _STAFF):
            found = _spelt(pattern, texts)
            wrong = next((written for written in found if written.endswith("DT")), None)
            if len(found) < 2 and not wrong:
                continue
            quote = wrong or list(found)[-1]
            shown = ", ".join(f"“{written}”" for written in found)
            said = f"Chữ viết tắt viết nhiều cách: {shown}." if len(found) > 1 else f"“{quote}” viết sai, phải là Đ."
            yield found_on(self, subject, found[quote], said, "Viết thống nhất một cách, ví dụ “GDĐT”.", quote)


def _spelt(pattern: re.Pattern[str], texts: list[Passage]) -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    for passage in texts:
        for match in pattern.finditer(passage.text):
            found.setdefault(match[1], passage)
    return found
