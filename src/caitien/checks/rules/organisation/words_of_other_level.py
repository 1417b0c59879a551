"""O07: words that belong to schools of another level."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.organisation_words import position_of
from caitien.checks.passages import cells_stopped_by
from caitien.checks.sieves import Sieve
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


class _Words:
    """Words of a kind of school, and whose they are; `signs`: a piece of each of them, without blanks."""

    def __init__(self, words: str, whose: str, signs: str) -> None:
        self.whose = whose
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        self.sieve = Sieve.of_texts(self._pattern.search, within=Sieve(re.compile(signs, re.IGNORECASE).search))

    def first_in(self, text: str) -> str:
        """The first of the words in a text that the sieve stops."""
        found = self._pattern.search(text)
        return found[0] if found else ""


_OF_PRESCHOOL = _Words(_PRESCHOOL, "trường mầm non", "dưỡng|sóc|nhóm|mầm|ngoan|mẫu")
# For each level the words that belong to another one.
_STRANGE = {
    "preschool": (_Words(_GENERAL, "trường phổ thông", "phổ|gdpt|giỏi|lực|kiểm|đội|10|nghiệp"),),
    "primary": (_OF_PRESCHOOL, _Words(_SECONDARY, "trường trung học", "kiểm|10|nghiệp|luồng")),
    "lower_secondary": (_OF_PRESCHOOL,),
    "upper_secondary": (_OF_PRESCHOOL,),
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
        for words in _STRANGE[level]:
            for index, name, text in cells_stopped_by(words.sieve, subject, _FIELDS):
                first = words.first_in(text)
                where = item_name(index, subject.plan.items[index])
                message = f"{where} dùng “{first}”, là từ của {words.whose}."
                yield self.found_at(subject, index, name, message, hint, quote=first)
            for party, duty in _duties(subject):
                if words.sieve.stops(duty):
                    first = words.first_in(duty)
                    message = f"Nhiệm vụ của “{party}” dùng “{first}”, là từ của {words.whose}."
                    place = Place("organisation", quote=first)
                    yield self.found(message, hint, place, position=position_of(subject, duty))


def _duties(subject: Subject) -> Iterator[tuple[str, str]]:
    return ((part.party, duty) for part in subject.plan.organisation for duty in part.duties)
