"""H07: the school's abbreviation differs between its document numbers, or does not fit its name."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import stopped_by
from caitien.checks.school_names import capitals, initials, own_abbreviations, proper_name
from caitien.checks.sieves import Sieve
from caitien.findings import Finding, Place

_NUMBERED = Sieve(lambda piece: "/" in piece)


class AbbreviationVaries(Check):
    """Chữ viết tắt tên trường trong số, ký hiệu không thống nhất giữa các văn bản, hoặc không khớp với tên trường.

    Vì sao: cùng một trường mà hai ký hiệu thì khó tra cứu; ký hiệu không khớp tên thường là chép
    từ mẫu của trường khác.
    Căn cứ: Nghị định 30/2020/NĐ-CP: chữ viết tắt tên đơn vị do người đứng đầu quy định, ngắn gọn, dễ hiểu.
    Không dùng khi: nhà trường đã quy định chữ viết tắt riêng và dùng thống nhất.
    """

    code = "H07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        plan = subject.plan
        name = proper_name(plan.school.name or "")
        wanted = initials(name)
        number = plan.document.number or ""
        abbreviation = plan.school.abbreviation
        letters = sum(letter.isalpha() for letter in wanted)
        if abbreviation and "-" in number and letters > 1 and not _fits(abbreviation, wanted):
            yield self.found(
                f"Ký hiệu “{abbreviation}” không có các chữ đầu của tên trường “{name}”.",
                "Dùng đúng chữ viết tắt của trường, kiểm tra xem có chép từ mẫu của trường khác không.",
                Place("header", field="number", quote=number.lstrip("…/")),
            )
        numbers = own_abbreviations(name, [number, *(passage.text for passage in stopped_by(_NUMBERED, subject))])
        if len(numbers) > 1:
            shown = ", ".join(f"“{written}”" for written in numbers.values())
            yield self.found(
                f"Trường dùng nhiều chữ viết tắt trong số văn bản: {shown}.",
                "Thống nhất một chữ viết tắt; đối chiếu với số ghi trên văn bản gốc.",
                Place("bases", quote=list(numbers.values())[-1]),
            )


def _fits(abbreviation: str, wanted: str) -> bool:
    """Whether an abbreviation ends in the initials of the name, with or without the figures in it."""
    parts = [capitals(part) for part in (abbreviation, *abbreviation.split("-"))]
    letters = re.sub(r"\d", "", wanted)
    return any(part.endswith(wanted) or re.sub(r"\d", "", part).endswith(letters) for part in parts)
