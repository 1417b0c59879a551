"""I21: the owner is a whole staff, of whom nobody answers."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.school_parties import is_collective, is_head, is_management
from caitien.findings import Finding, Severity
from caitien.plan import Item


class OwnerTooGeneral(Check):
    """Ô chủ trì chỉ ghi chung chung: “Tất cả cán bộ, giáo viên”, “Giáo viên, CNV”, “CBQL”.

    Vì sao: việc giao cho mọi người là việc không giao cho ai; khi kiểm tra không biết hỏi người nào.
    Căn cứ: thông lệ phân công; Điều 9 Thông tư 57/2026/TT-BGDĐT (giao việc cụ thể cho từng thành viên hội đồng).
    Không dùng khi: một người chịu trách nhiệm chung đã ghi ở phần tổ chức thực hiện.
    """

    code = "I21"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            severity = _weight(item)
            if severity:
                owner = shortened(item.owner_text or ", ".join(item.owners), 70)
                message = f"{item_name(index, item)}: ô chủ trì ghi “{owner}”, không rõ ai chịu trách nhiệm."
                hint = "Ghi một người hoặc một chức danh chịu trách nhiệm chính; những người khác là phối hợp."
                yield self.found_at(subject, index, "owner_text", message, hint, severity=severity)


def _weight(item: Item) -> Severity | None:
    """A warning where all owners are whole staffs, a hint where the management as a group leads; None else."""
    if item.owners and all(is_collective(owner) for owner in item.owners):
        return Severity.WARNING
    if item.owners and is_management(item.owners[0]) and not any(is_head(owner) for owner in item.owners):
        return Severity.HINT
    return None
