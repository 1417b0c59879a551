"""O02: reports or checks "at regular times" without saying when."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.checks.organisation_words import position_of
from caitien.checks.remembered import remembered
from caitien.findings import Finding, Place, Severity
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold

_REGULAR = re.compile(r"\b(?:dinh ky|dinh ki|dung (?:thoi gian|ky han) quy dinh)\b")
_DOES = re.compile(r"\b(?:bao cao|kiem tra|giam sat|danh gia|ra soat|hop|so ket|tong hop|ghi nhan)\b")
_WHEN = re.compile(
    r"\b(?:(?:hang|moi|tung|cuoi|dau|giua|theo|trong)\s+(?:moi )?(?:ngay|tuan|thang|quy|ky|ki|hoc ky|hoc ki|nam|dot)"
    r"|hoc k[yi]|hk ?[12i]+|thang \d+|ngay \d+|quy [ivx\d]+|\d+ (?:lan|thang|tuan|ngay)|(?:mot|hai|ba|bon) lan)\b"
)
_YEAR_END = re.compile(r"\bcuoi (?:moi )?nam(?: hoc)?\b")
_OTHER_TIMES = re.compile(r"\b(?:thang(?! \d+\s*/)|quy|hoc ky|hoc ki|ky|hk|tuan|lan)\b")
_ADDRESSEE = re.compile(r"\bbao cao.{0,60}\b(?:ve|cho|voi|len|gui|den|hieu truong|chu tich|phong|so|ubnd|hoi dong)\b")
_HINT = "Ghi rõ kỳ (hằng tháng, cuối mỗi học kỳ…), báo cáo bằng hình thức nào và gửi ai."


class RegularReportWithoutPeriod(Check):
    """Giao báo cáo hoặc kiểm tra “định kỳ” mà không nói bao lâu một lần, báo cáo ai; hoặc nói định kỳ mà cả năm chỉ có
    một lần vào cuối năm.

    Vì sao: “định kỳ” không có kỳ thì không ai nhắc được, và không có báo cáo nào đúng hay sai hạn.
    Căn cứ: mẫu kế hoạch ghi tổ giám sát “báo cáo định kỳ”; Điều 10 Thông tư 57/2026/TT-BGDĐT (ít nhất hai lần đánh giá
    trong năm: cuối học kỳ I và cuối năm học).
    Không dùng khi: kỳ báo cáo đã quy định ở quyết định thành lập tổ giám sát.
    """

    code = "O02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for part in subject.plan.organisation:
            found = _without_period(part)
            for duty in found:
                words = shortened(duty, 90)
                message = f"“{part.party}”: “{words}” không nói kỳ nào."
                place = Place("organisation", quote=words)
                yield self.found(message, _HINT, place, position=position_of(subject, duty))
            if not found and (weak := _weakly_said(part)):
                words = shortened(weak[0], 90)
                message = f"“{part.party}”: {weak[1]} (“{words}”)."
                place = Place("organisation", quote=words)
                position = position_of(subject, weak[0])
                yield self.found(message, _HINT, place, position=position, severity=Severity.HINT)


def _regular(part: OrganisationPart) -> list[str]:
    return [duty for duty in part.duties if _is_regular(duty)]


@remembered
def _is_regular(duty: str) -> bool:
    return bool(_REGULAR.search(fold(duty)) and _DOES.search(fold(duty)))


@remembered
def _says_when(duty: str) -> bool:
    return bool(_WHEN.search(fold(duty)))


def _without_period(part: OrganisationPart) -> list[str]:
    """The duties said to be regular where none of the party's gives a time; the form's own words only where alone."""
    if any(_says_when(duty) for duty in part.duties):
        return []
    regular = _regular(part)
    return [duty for duty in regular if not _is_heading(duty)] or regular


def _is_heading(duty: str) -> bool:
    """The words that the official form puts in brackets behind the monitoring team."""
    return "kien nghi dua tren ket qua giam sat" in fold(duty)


def _weakly_said(part: OrganisationPart) -> tuple[str, str] | None:
    """A time that is given, but only the year's end, or reports that are sent to nobody."""
    if not _regular(part):
        return None
    timed = [duty for duty in part.duties if _says_when(duty)]
    if timed and all(_YEAR_END.search(fold(duty)) and not _OTHER_TIMES.search(fold(duty)) for duty in timed):
        return timed[0], "nói định kỳ nhưng cả năm chỉ có một lần vào cuối năm"
    reports = [duty for duty in part.duties if "bao cao" in fold(duty)]
    if reports and not any(_ADDRESSEE.search(fold(duty)) for duty in reports):
        return reports[0], "báo cáo định kỳ nhưng không nói gửi ai"
    return None
