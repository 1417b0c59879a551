"""W01: a word is mistyped or was misread."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.letters import WORD, is_no_word
from caitien.checks.passages import Passage, around, found_on, passages, whole
from caitien.checks.slips import matches, slips_in
from caitien.findings import Finding, Severity

_STRAY_HYPHEN = re.compile(r"(?<!\d[-–/])(?<!\d)(?:19|20)\d\d-(?=đến\b|và\b|là\b)")
_CN_FOR_CB = re.compile(r"(?<!\w)CN,? (?=GV,? NV(?!\w))")
_HALF_CAPITAL = re.compile(r"(?<!\w)(?:Gv|Hs|Nv|Cb|Gd|Ubnd)(?![\w.])")
_SIGNS = (  # what the pattern cannot do without and is quickly looked for, the pattern, what is wrong
    (re.compile("-(?:đến|và|là)"), _STRAY_HYPHEN, "thừa dấu gạch nối"),
    (re.compile("CN"), _CN_FOR_CB, "“CN” có lẽ là “CB”"),
    (re.compile("[GHNCU][vsbd]"), _HALF_CAPITAL, "chữ viết tắt phải viết hoa cả"),
)
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
        texts = passages(subject)
        yield from self._mistaken(subject, texts)
        yield from self._no_words(subject, texts)
        yield from self._signs(subject, texts)

    def _mistaken(self, subject: Subject, texts: tuple[Passage, ...]) -> Iterator[Finding]:
        for slip in slips_in(passage.text for passage in texts):
            for passage in texts:
                for match in matches(slip, passage.text):
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

    def _no_words(self, subject: Subject, texts: tuple[Passage, ...]) -> Iterator[Finding]:
        told = 0
        words = set(WORD.findall(whole(subject)))
        wrong = {word for word in words if is_no_word(word)}
        for passage in texts if wrong else ():
            for match in WORD.finditer(passage.text):
                if match[0] not in wrong or not _is_running(passage.text, match):
                    continue
                wrong.discard(match[0])
                told += 1
                if told > _MOST_WORDS:
                    return
                quote = around(passage.text, match.start(), match.end())
                message = f"“{quote}”: “{match[0]}” không phải một tiếng viết đúng."
                yield found_on(self, subject, passage, message, CHECK_AGAIN, quote)

    def _signs(self, subject: Subject, texts: tuple[Passage, ...]) -> Iterator[Finding]:
        text = whole(subject)
        for sign, pattern, said in _SIGNS:
            for passage in texts if sign.search(text) and pattern.search(text) else ():
                for match in pattern.finditer(passage.text):
                    quote = around(passage.text, match.start(), match.end())
                    yield found_on(self, subject, passage, f"“{quote}”: {said}.", CHECK_AGAIN, quote, Severity.HINT)


def _is_running(text: str, match: re.Match[str]) -> bool:
    """Whether a word is no name: in small letters, or at the beginning of its text; and no part of an address."""
    before, after = text[: match.start()], text[match.end() : match.end() + 1]
    if before.endswith(("/", "@", "-", "'", "’", ".")) or after in ("/", "@", "-", "'", "’", "&"):
        return False
    return match[0].islower() or not before.strip()
