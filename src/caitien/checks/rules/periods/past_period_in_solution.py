"""P03: a solution names a period that is over, or that began long before the plan."""

import re
from collections.abc import Iterator
from datetime import date

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.plan_years import DASH, STAGE, years_of
from caitien.checks.statements import sentence_around
from caitien.findings import Finding
from caitien.plan import Item
from caitien.vietnamese.dates import say_day
from caitien.vietnamese.fold import fold

_LEAD = r"(?:vào|trong|hoàn thành|xong|thực hiện|trước)\s+(?:hết\s+|cuối\s+|đầu\s+|giữa\s+)?"
_DONE_IN = re.compile(
    rf"(?<!\w){_LEAD}(?:(?P<stage>{STAGE.pattern.replace('P<from>', 'P<s1>').replace('P<to>', 'P<s2>')})"
    rf"|năm\s*học\s*:?\s*20\d\d{DASH}(?P<school>20\d\d)(?!\d)"
    r"|tháng\s*(?P<month>0?[1-9]|1[0-2])\s*(?:/|-|năm)\s*(?P<year>20\d\d)(?!\d)"
    r"|năm\s+(?P<calendar>20\d\d)(?!\d|\s*[-–—/]))",
    re.IGNORECASE,
)
_TOLD_OR_CITED = re.compile(
    r"(?<!\w)(?:da|ket qua|so voi|bao cao|tong ket|ban hanh|luat|thong tu|nghi dinh|nghi quyet|quyet dinh"
    r"|cong van|chuong trinh|de an|chien luoc|trung han|rut kinh nghiem|nam truoc|tu nam|ton tai|han che)(?!\w)"
)


class PastPeriodInSolution(Check):
    """Giải pháp nêu thời gian thực hiện đã qua khi kế hoạch được ban hành, hoặc một giai đoạn đã bắt đầu trước đó từ
    lâu và không khớp với cột thời gian.

    Vì sao: việc không thể thực hiện ở thời gian đã qua; đây thường là câu chép từ kế hoạch hoặc báo cáo cũ.
    Căn cứ: thông lệ lập kế hoạch; so với ngày của văn bản, hoặc với đầu thời hạn nếu văn bản chưa có ngày.
    Không dùng khi: câu nói về kết quả đã có, hoặc tên của một chương trình, đề án; những câu đó đã được bỏ qua.
    """

    code = "P03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        if not subject.on or not years:
            return
        for index, item in subject.items:
            for name in ("task", "solution"):
                text = getattr(item, name) or ""
                for match in _DONE_IN.finditer(text) if "20" in text else ():
                    fault = _fault(match, item, subject.on, years[0])
                    before, _ = sentence_around(text, match.start(), match.end())
                    if fault and not _TOLD_OR_CITED.search(fold(before)):
                        yield self.found_at(
                            subject,
                            index,
                            name,
                            f"{item_name(index, item)}: giải pháp ghi “{match[0]}”, {fault}.",
                            "Sửa lại thời gian trong giải pháp cho khớp với cột thời gian và thời hạn của kế hoạch.",
                            quote=match[0],
                        )


def _fault(match: re.Match[str], item: Item, on: date, first_year: int) -> str | None:
    if _end(match) < on.strftime("%Y-%m"):
        return f"đã qua so với ngày {say_day(on)} của kế hoạch"
    if match["stage"] and int(match["s1"]) < first_year and not _holds(match, item):
        return f"bắt đầu trước kế hoạch và không khớp với thời gian “{' '.join((item.time_text or '').split())}”"
    return None


def _end(match: re.Match[str]) -> str:
    if match["school"]:
        return f"{match['school']}-08"
    if match["month"]:
        return f"{match['year']}-{int(match['month']):02}"
    return f"{match['s2'] or match['calendar']}-12"


def _holds(match: re.Match[str], item: Item) -> bool:
    """Whether the stage can hold the item's own time; an item without end is not judged."""
    return item.end is None or item.end[:4] <= match["s2"]
