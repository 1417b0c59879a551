"""P06: one month, or one of two labelled times, where the column asks for start and completion."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.plan_years import is_one_moment
from caitien.checks.table_columns import asks_start_and_end, spreads
from caitien.findings import Finding, Place, Severity
from caitien.plan import Item

_START_LABEL = re.compile(r"(?:thời gian|thời điểm)\s+(?:thực hiện|bắt đầu)\s*:", re.IGNORECASE)
_END_WORDS = re.compile(r"hoàn thành|kết thúc|(?<!\w)đến(?!\w)", re.IGNORECASE)
_MONTH = re.compile(r"tháng|\d{1,2}\s*/\s*\d{4}", re.IGNORECASE)
_HINT = "Ghi cả thời gian bắt đầu và thời gian hoàn thành, đúng như cột yêu cầu."


class OnlyOneMonthGiven(Check):
    """Cột hỏi thời gian thực hiện và hoàn thành nhưng ô chỉ ghi một tháng, hoặc chỉ ghi phần “thực hiện”.

    Vì sao: không rõ tháng ấy là lúc bắt đầu hay lúc phải xong, nên không theo dõi được tiến độ.
    Căn cứ: tên cột “Thời gian thực hiện và hoàn thành” của mẫu kế hoạch theo hướng dẫn 5932/BGDĐT-QLCL.
    Không dùng khi: việc gói gọn trong một tháng (một cuộc họp, một đợt tập huấn).
    """

    code = "P06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not asks_start_and_end(subject):
            return
        items = subject.plan.items
        single = [(i, item) for i, item in subject.items if is_one_moment(item) and len(item.start or "") == 7]
        if spreads(single, items):
            quote, first = shortened(single[0][1].time_text or ""), item_name(*single[0]).lower()
            yield self.found(
                f"{len(single)} trên {len(items)} việc chỉ ghi một tháng, ví dụ “{quote}” ở {first}.",
                _HINT,
                Place("items", field="time_text", quote=quote),
            )
            single = []
        rows = sorted([*single, *((i, item) for i, item in subject.items if _only_start_labelled(item))])
        for index, item in rows:
            yield self.found_at(
                subject,
                index,
                "time_text",
                f"{item_name(index, item)}: ô thời gian chỉ ghi “{shortened(item.time_text or '')}”, "
                "chưa rõ bắt đầu và hoàn thành khi nào.",
                _HINT,
                severity=Severity.HINT,
            )


def _only_start_labelled(item: Item) -> bool:
    text = item.time_text or ""
    labelled = _START_LABEL.search(text) is not None and not _END_WORDS.search(text) and not _MONTH.search(text)
    return labelled and item.end is not None
