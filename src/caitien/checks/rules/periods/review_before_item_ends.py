"""P12: the year's review is fixed for a month before some item is finished."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import is_after, spoken, years_of
from caitien.checks.statements import statements
from caitien.findings import Finding
from caitien.plan import Item
from caitien.plan.wording import WrittenLine
from caitien.vietnamese.dates import find_dates
from caitien.vietnamese.fold import fold

_REVIEW = re.compile(r"tong ket|danh gia (?:ket qua|viec|tinh hinh|muc do)|danh gia [^.;]{0,30}thuc hien ke hoach")
_NOT_THE_LAST = re.compile(r"so ket|hoc ky i(?!i)|giua (?:nam|ky)|tu danh gia|danh gia ngoai|da (?:danh gia|tong ket)")


class ReviewBeforeItemEnds(Check):
    """Thời điểm tổng kết, đánh giá cuối năm đến trước khi một số việc trong bảng hoàn thành.

    Vì sao: việc chưa xong khi tổng kết thì không có kết quả để đánh giá, báo cáo.
    Căn cứ: thông lệ; kết quả thực hiện kế hoạch được đánh giá khi hết thời hạn của kế hoạch.
    Không dùng khi: việc dài hạn đã được ghi là chuyển tiếp và chỉ đánh giá phần của năm học này.
    """

    code = "P12"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        reviews = [
            (date.iso, line)
            for line in statements(subject, "organisation", "mechanism", "reviews")
            if _is_last_review(line)
            for date in find_dates(line.text)
            if years and years[0] <= int(date.iso[:4]) <= years[-1] + 1
        ]
        if not reviews or len(years) > 1:
            return
        last, line = max(reviews, key=lambda pair: pair[0])
        late = [(index, item) for index, item in subject.items if _ends_later(item, last)]
        if late:
            rows = ", ".join(
                f"{index + 1} ({item.criterion})" if item.criterion else f"{index + 1}" for index, item in late
            )
            yield self.found_in(
                line,
                f"Việc đánh giá được ấn định vào {spoken(last)} nhưng {len(late)} việc kết thúc sau đó hoặc để ngỏ: "
                f"mục {rows}.",
                "Lùi thời điểm đánh giá, hoặc ghi kết quả phải đạt của các việc này tại thời điểm đánh giá.",
            )


def _is_last_review(line: WrittenLine) -> bool:
    plain = fold(line.text)
    return bool(_REVIEW.search(plain)) and not _NOT_THE_LAST.search(plain)


def _ends_later(item: Item, review: str) -> bool:
    if item.end is None:
        return item.start is not None and item.recurrence == "ongoing"
    return is_after(item.end, review[:7])
