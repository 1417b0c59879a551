"""H12: those who have duties do not receive the plan."""

import re
from collections.abc import Iterator

from caitien.checks.authorities import is_authority
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity
from caitien.vietnamese.fold import fold

_INSIDE = re.compile(
    r"\b(?:hoi dong|to\b|cac to|bo phan|ca nhan|thanh vien|cb\W*gv|cbgv\w*|gv|nv|giao vien|nhan vien|can bo|vien chuc"
    r"|ht|pht|pho hieu truong|ban giam hieu|bgh|cong doan|chi bo|doan the|to chuyen mon|nhu dieu|toan truong|nha truong"
    r"|noi bo|hdsp|hdt|tap the|ban dai dien|cha me)\b"
)
_NOBODY = re.compile(r"^(?:luu|cong khai|website|niem yet|dang (?:tai|website|web)|trang thong tin|cong thong tin)\b")


class PartiesNotRecipients(Check):
    """Các bên được giao việc (hội đồng tự đánh giá, tổ giám sát, giáo viên, nhân viên) không có trong Nơi nhận.

    Vì sao: người thực hiện không nhận được kế hoạch thì không thực hiện được.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (nơi nhận để thực hiện).
    Không dùng khi: kế hoạch được phổ biến trong trường bằng cách khác, có ghi rõ.
    """

    code = "H12"

    def run(self, subject: Subject) -> Iterator[Finding]:
        plan = subject.plan
        parties = [party.party for party in plan.organisation if party.parent is None and not is_authority(party.party)]
        if not plan.recipients or not parties or any(_INSIDE.search(fold(name)) for name in plan.recipients):
            return
        nobody = all(_NOBODY.match(fold(recipient)) for recipient in plan.recipients)
        yield self.found(
            f"Nơi nhận không có bên nào được giao việc: {', '.join(parties[:4])}.",
            "Thêm các bên thực hiện vào Nơi nhận, ghi “(để thực hiện)”.",
            Place("closing", quote=plan.recipients[-1]),
            severity=Severity.WARNING if nobody else None,
        )
