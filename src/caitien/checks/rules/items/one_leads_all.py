"""I15: one person leads nearly everything."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity

_NEARLY_ALL = 0.9


class OneLeadsAll(Check):
    """Một người đứng đầu ô chủ trì ở phần lớn các mục.

    Vì sao: một người khó theo sát mọi việc; phó hiệu trưởng, tổ trưởng, đoàn thể không thấy phần việc của mình.
    Căn cứ: thông lệ phân công; Điều 9 Thông tư 57/2026/TT-BGDĐT (giao việc cụ thể cho từng thành viên hội đồng).
    Không dùng khi: trường rất nhỏ, chỉ có hiệu trưởng quản lý.
    """

    code = "I15"
    options: ClassVar[dict[str, Any]] = {"share": 0.6, "least_items": 6}

    def run(self, subject: Subject) -> Iterator[Finding]:
        leads = Counter(item.owners[0] for item in subject.plan.items if item.owners)
        total = len(subject.plan.items)
        if total < subject.options["least_items"] or not leads:
            return
        lead, count = leads.most_common(1)[0]
        if count >= subject.options["share"] * total:
            message = f"{lead} đứng đầu ô chủ trì ở {count} trên {total} mục."
            hint = "Giao phó hiệu trưởng, tổ trưởng, đoàn thể chủ trì những việc thuộc phần mình."
            severity = Severity.WARNING if count >= _NEARLY_ALL * total else None
            yield self.found(message, hint, Place("items", field="owner_text", quote=lead), severity=severity)
