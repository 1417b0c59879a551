"""P16: the school's recognition ends within the plan's period or soon after it."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import STAGE, named, spoken, years_of
from caitien.checks.sieves import Sieve
from caitien.checks.statements import statements
from caitien.findings import Finding
from caitien.vietnamese.dates import find_dates
from caitien.vietnamese.fold import fold

_RECOGNISED = re.compile(
    r"(?:duoc )?(?:cong nhan|cap (?:giay )?chung nhan|cap bang)[^.;]{0,60}(?:kiem dinh|chuan quoc gia|cap do|muc do)"
)
_NOT_THE_SCHOOLS = re.compile(r"thong tu|nghi dinh|phan dau|ban hanh|de nghi|huong toi|tien toi")
_YEAR = re.compile(r"(?<!\w)năm\s+(20\d\d)(?!\d|\s*[-–—/])", re.IGNORECASE)


class RecognitionAboutToExpire(Check):
    """Quyết định công nhận (kiểm định, chuẩn quốc gia) nêu trong văn bản hết hạn trong hoặc ngay sau thời hạn kế hoạch.

    Vì sao: nhà trường phải hoàn thành tự đánh giá và đăng ký lại trước khi hết hạn, nên kế hoạch cần có việc chuẩn bị.
    Căn cứ: thời hạn công nhận năm năm và việc đăng ký lại trước khi hết hạn ít nhất năm tháng, theo thông tư kiểm định
    năm 2018; theo quy định mới cần đối chiếu.
    Không dùng khi: trường đã được công nhận lại và văn bản chưa nêu quyết định mới.
    """

    code = "P16"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        rule = subject.framework.recognition if subject.framework else None
        valid = (rule.valid_years if rule else None) or 5
        for line in statements(subject, "header", "general", "bases", "results", "purposes"):
            if not years or not _TOLD.stops(line.text):
                continue
            ends = _end(line.text, years[0], valid)
            when = _when(ends[0], years) if ends else None
            if ends and when:
                yield self.found_in(
                    line,
                    f"{ends[1]} đến {spoken(ends[0])}: hết hạn {when} {named(subject.plan)} của kế hoạch.",
                    "Đưa việc tự đánh giá và đăng ký đánh giá lại vào kế hoạch (ít nhất 5 tháng trước khi hết hạn).",
                )
                return


def _is_told(text: str) -> bool:
    """Whether the text tells of the school's own recognition."""
    plain = fold(text)
    return bool(_RECOGNISED.search(plain)) and not _NOT_THE_SCHOOLS.search(plain)


_TOLD = Sieve.of_texts(_is_told, within=Sieve(lambda piece: re.search("nhan|bang", fold(piece))))


def _end(text: str, plan_begins: int, valid: int) -> tuple[str, str] | None:
    """When the recognition told of ends, and the words that say why; None where no time is told, or a later one."""
    stage = STAGE.search(text)
    if stage:
        told = int(stage["from"]) <= plan_begins
        return (stage["to"], f"Công nhận cho giai đoạn {stage['from']}-{stage['to']}") if told else None
    dates = [date.iso for date in find_dates(text)] or [match[1] for match in _YEAR.finditer(text)]
    dates = [iso for iso in dates if int(iso[:4]) <= plan_begins]
    if not dates:
        return None
    given = max(dates, key=lambda iso: (iso[:7], len(iso)))
    return f"{int(given[:4]) + valid}{given[4:]}", f"Công nhận từ {spoken(given)} có giá trị {valid} năm,"


def _when(end: str, years: range) -> str | None:
    """ "trong" or "ngay sau" the plan; None where the end is past already or still far."""
    if end[:4] < str(years[0]):
        return None
    if end[:7] <= f"{years[-1] + 1}-08"[: len(end)]:
        return "trong"
    return "ngay sau" if end[:7] <= f"{years[-1] + 2}-08"[: len(end)] else None
