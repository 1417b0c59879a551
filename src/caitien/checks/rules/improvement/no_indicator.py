"""T04: an item without an indicator by which its result is measured."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_columns import shown_fields
from caitien.checks.table_gaps import is_whole_table, numbered
from caitien.checks.yearly_plan import NOT_VERIFIED, is_yearly
from caitien.findings import Finding, Place

HINT = f"Ghi số, tỷ lệ hoặc mức cần đạt để đo kết quả (cột 5, Biểu 2 Thông tư 57/2026/TT-BGDĐT, {NOT_VERIFIED})."


class NoIndicator(Check):
    """Việc không có chỉ số đánh giá kết quả, hoặc bảng không có cột này.

    Vì sao: không có chỉ số thì cuối năm không kết luận được việc đã hoàn thành hay chưa.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (cột Chỉ số đánh giá kết quả; theo nguồn
    thứ cấp, cần đối chiếu).
    Không dùng khi: kế hoạch lập theo mẫu không có cột chỉ số (các thông tư năm 2018).
    """

    code = "T04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not is_yearly(subject) or not subject.plan.items:
            return
        if "indicators" not in shown_fields(subject):
            if not any(item.indicators for item in subject.plan.items):
                yield self.found("Bảng kế hoạch không có cột chỉ số đánh giá kết quả.", HINT, Place("items"))
            return
        missing = [index for index, item in subject.items if not re.search(r"\w", item.indicators or "")]
        if missing and is_whole_table(missing, subject):
            message = f"Cột chỉ số đánh giá kết quả để trống ở {len(missing)} việc: {numbered(missing)}."
            yield self.found(message, HINT, Place("items", field="indicators"))
            return
        for index in missing:
            message = f"{item_name(index, subject.plan.items[index])}: chưa có chỉ số đánh giá kết quả."
            yield self.found_at(subject, index, "indicators", message, HINT)
