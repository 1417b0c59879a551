"""W02: a word stands twice in a row."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.doubled_phrases import repeats_in
from caitien.checks.doubles import is_meant
from caitien.checks.passages import around, found_on, stopped_by
from caitien.checks.remembered import remembered
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_TWICE = re.compile(r"\b(?<!-)([^\W\d_]{2,}) +(\1)(?![\w-])(?: +(\w+))?", re.IGNORECASE)


class DoubledWord(Check):
    """Một từ được gõ hai lần liền nhau (“thông qua qua”).

    Vì sao: lỗi gõ thừa làm câu khó đọc, thường còn sót lại khi sửa hoặc sao chép.
    Căn cứ: thông lệ soạn thảo.
    Không dùng khi: đó là từ láy hoặc hai từ ghép đứng cạnh nhau (“học sinh sinh hoạt”); các trường hợp này
    đã được chừa ra.
    """

    code = "W02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for passage in stopped_by(_SLIPS, subject):
            for match in _slips_in(passage.text):
                first = match[1]
                quote = around(passage.text, match.start(1), match.end(2))
                message = f"“{quote}”: từ “{first.lower()}” viết hai lần liền nhau."
                yield found_on(self, subject, passage, message, f"Bỏ bớt một từ “{first.lower()}”.", quote)


@remembered
def _slips_in(text: str) -> tuple[re.Match[str], ...]:
    if not repeats_in(text).word:
        return ()
    return tuple(match for match in _TWICE.finditer(text) if not is_meant(match[1], match[2], match[3] or ""))


_SLIPS = Sieve.of_texts(_slips_in)
