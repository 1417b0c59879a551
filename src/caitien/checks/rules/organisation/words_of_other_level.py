"""O07: words that belong to schools of another level."""

import re
from collections.abc import Iterator
from functools import lru_cache

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.organisation_words import position_of
from caitien.checks.remembered import TEXTS
from caitien.findings import Finding, Place
from caitien.frameworks.model import SCHOOL_LEVELS

_PRESCHOOL = (
    r"(?:nuôi dưỡng|chăm sóc),? (?:và )?(?:chăm sóc,? |nuôi dưỡng,? )?(?:và )?giáo dục"
    r"(?! (?:học sinh|sức khỏe|sức khoẻ|đạo đức|trẻ em khuyết))|nhóm trẻ|giáo viên mầm non|bé ngoan|trẻ mẫu giáo"
    r"|chương trình giáo dục mầm non"
)
_GENERAL = (
    r"chương trình (?:giáo dục phổ thông|GDPT)|học sinh giỏi|học lực|hạnh kiểm|liên đội|chi đội|đội viên"
    r"|tổng phụ trách đội|tuyển sinh (?:vào )?lớp 10|tốt nghiệp (?:THCS|THPT|trung học)"
)
_SECONDARY = r"hạnh kiểm|tuyển sinh (?:vào )?lớp 10|tốt nghiệp (?:THCS|THPT|trung học)|phân luồng học sinh"
# For each level the words that belong to another one, and whose they are.
_STRANGE: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "preschool": ((re.compile(rf"(?<!\w)(?:{_GENERAL})(?!\w)", re.IGNORECASE), "trường phổ thông"),),
    "primary": (
        (re.compile(rf"(?<!\w)(?:{_PRESCHOOL})(?!\w)", re.IGNORECASE), "trường mầm non"),
        (re.compile(rf"(?<!\w)(?:{_SECONDARY})(?!\w)", re.IGNORECASE), "trường trung học"),
    ),
    "lower_secondary": ((re.compile(rf"(?<!\w)(?:{_PRESCHOOL})(?!\w)", re.IGNORECASE), "trường mầm non"),),
    "upper_secondary": ((re.compile(rf"(?<!\w)(?:{_PRESCHOOL})(?!\w)", re.IGNORECASE), "trường mầm non"),),
}
_BOARDING = re.compile(r"bán trú|nội trú|chuyên biệt|khuyết tật|PTDT", re.IGNORECASE)
_FIELDS = ("weakness", "improvement", "target_result", "task", "solution")


class WordsOfOtherLevel(Check):
    """Dùng từ của cấp học khác, ví dụ “chăm sóc, giáo dục” ở trường trung học cơ sở, “học sinh giỏi” ở trường mầm non.

    Vì sao: là dấu vết chép từ kế hoạch của trường khác; phần ấy không đúng với trường mình.
    Căn cứ: nhiệm vụ của từng cấp học theo Điều lệ trường.
    Không dùng khi: trường có bán trú, nội trú hoặc lớp của cấp học khác.
    """

    code = "O07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        level = subject.plan.school.level or ""
        if level not in _STRANGE or _BOARDING.search(subject.plan.school.name or ""):
            return
        hint = f"Viết lại cho đúng trường {SCHOOL_LEVELS[level]}."
        for pattern, whose in _STRANGE[level]:
            for cell, where, text in _places(subject):
                if words := _first(pattern, text):
                    message = f"{where} dùng “{words}”, là từ của {whose}."
                    if cell:
                        yield self.found_at(subject, *cell, message, hint, quote=words)
                    else:
                        place = Place("organisation", quote=words)
                        yield self.found(message, hint, place, position=position_of(subject, text))


@lru_cache(maxsize=TEXTS)
def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0] if found else None


def _places(subject: Subject) -> Iterator[tuple[tuple[int, str] | None, str, str]]:
    """Texts to look at: the item and field (None for the organisation), how a message names it, the text."""
    for index, item in subject.items:
        for name in _FIELDS:
            if text := getattr(item, name):
                yield (index, name), item_name(index, item), text
    for part in subject.plan.organisation:
        for duty in part.duties:
            yield None, f"Nhiệm vụ của “{part.party}”", duty
