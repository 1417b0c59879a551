"""P10: an item has no end, or one that is left open."""

from collections.abc import Callable, Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.plan_years import covers_one_year, is_one_moment, years_of
from caitien.checks.table_columns import asks_start_and_end, spreads
from caitien.findings import Finding, Place, Severity
from caitien.plan import Item, Plan


class EndMissing(Check):
    """Thời gian không có điểm kết thúc (“và những năm tiếp theo”, “Hằng năm”, “Từ tháng 9”), hoặc việc ghi là thường
    xuyên nhưng lại dừng sớm hơn thời hạn của kế hoạch nhiều năm.

    Vì sao: không có hạn thì không biết khi nào được coi là xong và khi nào đánh giá.
    Căn cứ: cột “Thời gian thực hiện và hoàn thành” của mẫu theo hướng dẫn 5932/BGDĐT-QLCL; thông lệ lập kế hoạch.
    Không dùng khi: kế hoạch nhiều năm và việc lặp lại mỗi năm trong giai đoạn; trường hợp đó đã được bỏ qua.
    """

    code = "P10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        one_year = covers_one_year(subject.plan)
        yield from self._each(subject, _is_open, "để ngỏ thời gian hoàn thành", Severity.WARNING)
        yield from self._each(subject, _has_only_start, "chưa có thời gian hoàn thành", Severity.WARNING)
        if one_year:
            words = "không nêu bắt đầu và hoàn thành khi nào trong năm học"
            yield from self._each(subject, _is_every_year, words, Severity.WARNING)
        if asks_start_and_end(subject):
            words = "chỉ nêu mức độ thường xuyên, không nêu từ tháng nào đến tháng nào"
            yield from self._each(subject, _has_only_frequency, words, Severity.HINT)
        if not one_year:
            yield from self._stopping_early(subject)

    def _each(self, subject: Subject, fault: Callable[[Item], bool], words: str, weight: Severity) -> Iterator[Finding]:
        rows = [(index, item) for index, item in subject.items if fault(item)]
        if spreads(rows, subject.plan.items):
            quote = shortened(rows[0][1].time_text or "")
            message = f"{len(rows)} trên {len(subject.plan.items)} việc ghi thời gian như “{quote}”: {words}."
            yield self.found(message, _HINT, Place("items", field="time_text", quote=quote), severity=weight)
            return
        for index, item in rows:
            message = f"{item_name(index, item)}: “{shortened(item.time_text or '')}” {words}."
            yield self.found_at(subject, index, "time_text", message, _HINT, severity=weight)

    def _stopping_early(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if _stops_early(item, subject.plan):
                time = shortened(item.time_text or "")
                message = (
                    f"{item_name(index, item)}: việc ghi là thường xuyên nhưng chỉ làm trong “{time}”, "
                    f"trong khi kế hoạch kéo dài đến năm {years_of(subject.plan)[-1] + 1}."
                )
                hint = "Kéo dài thời gian đến hết giai đoạn, hoặc bỏ chữ “thường xuyên”."
                yield self.found_at(subject, index, "time_text", message, hint, severity=Severity.HINT)


_HINT = "Ghi thời điểm hoàn thành trong thời hạn của kế hoạch, ví dụ “đến tháng 5 năm …”."


def _is_open(item: Item) -> bool:
    return item.end is None and item.start is not None and item.recurrence == "ongoing"


def _has_only_start(item: Item) -> bool:
    return item.end is None and item.start is not None and item.recurrence in (None, "none")


def _is_every_year(item: Item) -> bool:
    return item.end is None and item.start is None and item.recurrence == "yearly"


def _has_only_frequency(item: Item) -> bool:
    return item.end is None and item.start is None and item.recurrence not in (None, "none", "yearly")


def _stops_early(item: Item, plan: Plan) -> bool:
    years = years_of(plan)
    if not years or item.end is None or item.recurrence != "ongoing" or is_one_moment(item):
        return False
    return item.end[:4] < str(years[-1])
