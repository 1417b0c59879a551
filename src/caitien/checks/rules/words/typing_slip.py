"""W01: a word is mistyped or was misread."""

import re
from collections.abc import Iterator
from itertools import islice

from caitien.checks.check import Check, Subject
from caitien.checks.letters import has_no_word, no_words_in
from caitien.checks.passages import Passage, around, found_on, stopped_by
from caitien.checks.sieves import Sieve
from caitien.checks.slips import SLIPS, matches, slips_in
from caitien.findings import Finding, Severity

_STRAY_HYPHEN = re.compile(r"(?<!\d[-–/])(?<!\d)(?:19|20)\d\d-(?=đến\b|và\b|là\b)")
_CN_FOR_CB = re.compile(r"(?<!\w)CN,? (?=GV,? NV(?!\w))")
_HALF_CAPITAL = re.compile(r"(?<!\w)(?:Gv|Hs|Nv|Cb|Gd|Ubnd)(?![\w.])")
_SIGNS = (
    (_STRAY_HYPHEN, "thừa dấu gạch nối"),
    (_CN_FOR_CB, "“CN” có lẽ là “CB”"),
    (_HALF_CAPITAL, "chữ viết tắt phải viết hoa cả"),
)
_SIGNED = Sieve(re.compile("-(?:đến|và|là)|CN|[GHNCU][vsbd]").search)  # what the signs cannot do without
_NO_WORDS = Sieve(has_no_word)
_MOST_WORDS = 12
CHECK_AGAIN = "Đối chiếu với bản gốc và sửa lại cho đúng chính tả."


class TypingSlip(Check):
    """Từ gõ sai hoặc bị nhận dạng sai: chữ không thành tiếng Việt, hoặc cặp từ hay nhầm (“sữa chữa”, “hiệu trường”).

    Vì sao: văn bản hành chính gửi cấp trên và công khai với phụ huynh; lỗi chính tả làm giảm
    độ tin cậy, có khi sai nghĩa.
    Căn cứ: thông lệ soạn thảo; danh sách cặp từ hay nhầm của phần mềm và cấu tạo âm tiết tiếng Việt.
    Không dùng khi: từ là tên riêng hoặc tiếng dân tộc thiểu số viết đúng như vậy.
    """

    code = "W01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        yield from self._mistaken(subject)
        yield from self._no_words(subject)
        yield from self._signs(subject)

    def _mistaken(self, subject: Subject) -> Iterator[Finding]:
        likely = [(passage, slips_in(passage.text)) for passage in stopped_by(SLIPS, subject)]
        for slip in sorted({slip for _, slips in likely for slip in slips}, key=lambda slip: slip.rank):
            for passage, slips in likely:
                for match in matches(slip, passage.text) if slip in slips else ():
                    quote = around(passage.text, match.start(), match.end())
                    yield found_on(
                        self,
                        subject,
                        passage,
                        f"“{quote}”: “{match[0]}” có lẽ là “{slip.meant}”.",
                        f"Sửa “{match[0]}” thành “{slip.meant}” nếu đúng là gõ nhầm.",
                        quote,
                        Severity.HINT if slip.blend else None,
                    )

    def _no_words(self, subject: Subject) -> Iterator[Finding]:
        first: dict[str, tuple[Passage, re.Match[str]]] = {}
        for passage in stopped_by(_NO_WORDS, subject):
            for match in no_words_in(passage.text):
                first.setdefault(match[0], (passage, match))
        for word, (passage, match) in islice(first.items(), _MOST_WORDS):
            quote = around(passage.text, match.start(), match.end())
            message = f"“{quote}”: “{word}” không phải một tiếng viết đúng."
            yield found_on(self, subject, passage, message, CHECK_AGAIN, quote)

    def _signs(self, subject: Subject) -> Iterator[Finding]:
        likely = stopped_by(_SIGNED, subject)
        for pattern, said in _SIGNS:
            for passage in likely:
                for match in pattern.finditer(passage.text):
                    quote = around(passage.text, match.start(), match.end())
                    yield found_on(self, subject, passage, f"“{quote}”: {said}.", CHECK_AGAIN, quote, Severity.HINT)
