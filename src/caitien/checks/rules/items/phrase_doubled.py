"""I08: a phrase stands twice inside a cell."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.doubled_phrases import doubled_line, doubled_phrase
from caitien.checks.passages import cells_stopped_by
from caitien.checks.sieves import Sieve
from caitien.findings import Finding, Severity

_FIELDS = ("weakness", "improvement", "target_result", "task", "solution", "indicators", "support_conditions", "note")
_DOUBLED = Sieve.of_texts(lambda text: doubled_line(text) or doubled_phrase(text))


class PhraseDoubled(Check):
    """Một cụm từ hoặc cả một dòng viết hai lần trong cùng một ô.

    Vì sao: thường là lỗi dán chữ; câu đọc không thông và có thể đã mất chữ khác.
    Căn cứ: thông lệ soạn thảo.
    Không dùng khi: cụm từ được nhắc lại có chủ ý, ở hai vế khác nhau của câu.
    """

    code = "I08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, name, text in cells_stopped_by(_DOUBLED, subject, _FIELDS):
            item = subject.plan.items[index]
            if line := doubled_line(text):
                message = f"{item_name(index, item)}: dòng “{shortened(line, 70)}” viết hai lần trong một ô."
                yield self.found_at(subject, index, name, message, "Bỏ một trong hai dòng.", quote=shortened(line))
            elif phrase := doubled_phrase(text):
                message = f"{item_name(index, item)}: cụm từ “{phrase.words}” viết hai lần trong một câu."
                yield self.found_at(
                    subject,
                    index,
                    name,
                    message,
                    "Đọc lại câu, bỏ cụm từ thừa hoặc thay bằng chữ đúng.",
                    quote=phrase.quote,
                    severity=None if phrase.adjacent else Severity.HINT,
                )
