"""P04: "năm học A - B" where B is not the year after A."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.passages import items_stopped_by
from caitien.checks.plan_years import SCHOOL_YEAR, full_year
from caitien.checks.sieves import Sieve
from caitien.checks.statements import statements
from caitien.findings import Finding

_PARTS = (
    "header", "general", "purposes", "bases", "results", "targets", "problems", "content", "reviews", "organisation",
    "mechanism", "closing",
)  # fmt: skip
_FIELDS = ("time_text", "weakness", "target_result", "improvement", "task", "solution", "indicators", "note")
_SEVERAL = re.compile(r"(?:các|những|nhiều|từ|\d+)\s*$", re.IGNORECASE)


class SchoolYearNotOneYear(Check):
    """Cụm “năm học A - B” mà năm B không phải là năm liền sau năm A.

    Vì sao: một năm học luôn nằm trên hai năm liền nhau; ghi khác đi thì không biết việc hoàn thành khi nào.
    Căn cứ: cách gọi năm học trong kế hoạch thời gian năm học; nhiều năm học thì ghi “giai đoạn A - B”.
    Không dùng khi: văn bản nói rõ “các năm học A - B”; trường hợp đó đã được bỏ qua.
    """

    code = "P04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for line in statements(subject, *_PARTS):
            for words in _wrong(line.text) if _WRONG.stops(line.text) else ():
                yield self.found_in(line, f"“{words}” không phải là một năm học.", _HINT, quote=words)
        for index, item in items_stopped_by(_WRONG, subject, _FIELDS):
            for name in _FIELDS:
                for words in _wrong(getattr(item, name) or ""):
                    message = f"{item_name(index, item)}: “{words}” không phải là một năm học."
                    yield self.found_at(subject, index, name, message, _HINT, quote=words)


_HINT = "Ghi đúng hai năm liền nhau, hoặc ghi “giai đoạn …” nếu là nhiều năm học."


def _wrong(text: str) -> list[str]:
    return [
        " ".join(match[0].split())
        for match in (SCHOOL_YEAR.finditer(text) if "20" in text else ())
        if full_year(first := int(match["from"]), match["to"]) != first + 1
        and not _SEVERAL.search(text[: match.start()])
    ]


_WRONG = Sieve.of_texts(_wrong)
