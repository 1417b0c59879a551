"""P01: a paragraph gives another school year as the plan's than the title does."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import SCHOOL_YEAR, full_year, named, years_of
from caitien.checks.statements import sentence_around, statements
from caitien.findings import Finding
from caitien.vietnamese.fold import fold

_PARTS = ("header", "general", "purposes", "bases", "targets", "content", "organisation", "mechanism", "closing")
_OF_THE_PLAN = re.compile(r"ke hoach (cai tien|nay)[a-z ]{0,70}?$")
_OF_ANOTHER = re.compile(
    r"ket qua|bao cao|danh gia|tong ket|da |so voi|hien trang|cong nhan|rut kinh nghiem|can cu|ke thua|tiep noi|bo sung"
    r"|dieu chinh|tiep theo|chuan bi|co so|tu nam hoc|cu$"
)
_PAST = re.compile(r"[\s,]*(?:nha truong )?(?:da|co|dat|duoc|con|chua|ket qua|truong (?:da|dat|co))(?!\w)")


class SchoolYearUnlikeTitle(Check):
    """Một đoạn văn nói về chính kế hoạch này nhưng ghi năm học khác với năm học ở tên kế hoạch.

    Vì sao: đây thường là dấu vết chép từ kế hoạch năm trước; người đọc không biết kế hoạch có hiệu lực cho năm nào.
    Căn cứ: thông lệ soạn thảo văn bản; năm học ghi ở tên kế hoạch là năm học của cả văn bản.
    Không dùng khi: câu nói về kết quả năm trước hoặc về kế hoạch của năm sau; những câu đó đã được bỏ qua.
    """

    code = "P01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        if not years:
            return
        for line in statements(subject, *_PARTS):
            for match in SCHOOL_YEAR.finditer(line.text) if "20" in line.text else ():
                first = int(match["from"])
                one_year = full_year(first, match["to"]) == first + 1
                if one_year and first not in years and _is_of_plan(line.text, match):
                    yield self.found_in(
                        line,
                        f"Đoạn này ghi “{match[0]}” trong khi tên kế hoạch ghi {named(subject.plan)}.",
                        f"Sửa thành {named(subject.plan)} nếu đoạn này nói về kế hoạch này.",
                    )
                    break


def _is_of_plan(text: str, match: re.Match[str]) -> bool:
    before, after = (fold(part) for part in sentence_around(text, match.start(), match.end()))
    before = before.strip(" -+•(")
    if before in ("", "trong", "buoc vao"):
        return bool(after.strip(" .;:")) and not _PAST.match(after)
    return bool(_OF_THE_PLAN.search(before)) and not _OF_ANOTHER.search(before)
