"""I02: a body outside the school leads an item of the school's plan."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.school_parties import is_outside, is_parents
from caitien.findings import Finding, Severity
from caitien.plan import Item


class LeadOutsideSchool(Check):
    """Người chủ trì là cơ quan, tổ chức ngoài trường: cấp trên, chính quyền, cha mẹ học sinh, nhà tài trợ.

    Vì sao: nhà trường không giao việc được cho bên ngoài; việc do bên ngoài chủ trì thì trường không
    điều hành được.
    Căn cứ: thông lệ; kế hoạch là của nhà trường, bên ngoài là bên phối hợp hoặc điều kiện hỗ trợ.
    Không dùng khi: việc do bên ngoài chủ trì theo thỏa thuận đã ký, có ghi rõ trong kế hoạch.
    """

    code = "I02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            outside = [party for party in item.owners if is_outside(party)]
            if outside:
                yield self._told(subject, index, item, outside[0])

    def _told(self, subject: Subject, index: int, item: Item, party: str) -> Finding:
        leads = party == item.owners[0]
        role = "đứng đầu những người chủ trì" if leads else "được ghi cùng những người chủ trì"
        kind = "không thuộc đội ngũ nhà trường" if is_parents(party) else "là bên ngoài nhà trường"
        message = f"{item_name(index, item)}: “{party}” {role} nhưng {kind}."
        hint = f"Giao người của trường chủ trì; ghi “{party}” là bên phối hợp hoặc ở cột điều kiện hỗ trợ."
        severity = None if leads else Severity.HINT
        return self.found_at(subject, index, "owner_text", message, hint, severity=severity)
