"""W07: a sentence says the opposite of what is meant: what is done rightly is told as the cause of harm."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import found_on, stopped_by
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_HARM = re.compile(
    r"(?P<good>đúng (?:nơi |theo |các )?quy định|đúng (?:giờ|hạn|tiến độ)|đầy đủ|kịp thời)[ ,]*(?:nên |đã |đôi khi )?"
    r"gây (?:ra )?(?P<harm>ách tắc|ùn tắc|mất|khó khăn|ảnh hưởng|lãng phí|cản trở|tai nạn)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"(?<!\w)(?:không|chưa|chẳng|thiếu|sai|trái|ít|hạn chế|khó)(?!\w)", re.IGNORECASE)
_CAUSING = Sieve(lambda piece: "gây" in piece)


class SaysTheOpposite(Check):
    """Câu nói ngược ý: làm đúng lại được nêu là nguyên nhân gây hại (thường do mất chữ “không”, “chưa”).

    Vì sao: điểm yếu viết ngược ý thì không ai hiểu phải khắc phục gì.
    Căn cứ: thông lệ; chỉ nhận ra những mẫu câu chắc chắn, các câu ngược ý khác vẫn cần người đọc lại.
    Không dùng khi: câu trích nguyên văn ý kiến của người khác.
    """

    code = "W07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for passage in stopped_by(_CAUSING, subject):
            for match in _HARM.finditer(passage.text):
                clause = re.split(r"[,.;:\n]", passage.text[: match.start()])[-1]
                if _NEGATION.search(clause):
                    continue
                yield found_on(
                    self,
                    subject,
                    passage,
                    f"“{match[0]}”: làm {match['good'].lower()} mà lại gây {match['harm']}, câu có lẽ thiếu “không”.",
                    "Đọc lại và thêm từ phủ định bị mất, ví dụ “không đúng quy định”.",
                    match[0],
                )
