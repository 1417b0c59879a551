"""H09: a person stands among the recipients by a familiar title."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place

_PERSON = re.compile(r"(?<!\w)(?:thầy|cô|anh|chị|em|chú|bác|ông|bà|đ/c|đồng chí)\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*", re.IGNORECASE)


class PersonAsRecipient(Check):
    """Nơi nhận ghi đích danh một người với cách xưng hô (“thầy …”, “cô …”).

    Vì sao: văn bản gửi cơ quan, đơn vị chứ không gửi cá nhân theo cách gọi thân mật.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (nơi nhận ghi tên cơ quan, tổ chức, đơn vị, cá nhân có trách nhiệm
    và chức danh).
    Không dùng khi: cá nhân là nơi nhận chính thức và được ghi bằng chức danh.
    """

    code = "H09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for recipient in subject.plan.recipients:
            person = _PERSON.search(recipient)
            if person and person[0].split()[-1][0].isupper():
                yield self.found(
                    f"Nơi nhận “{recipient}” ghi đích danh “{person[0]}”.",
                    "Ghi tên cơ quan hoặc chức danh, ví dụ “Phòng Văn hóa - Xã hội (để báo cáo)”.",
                    Place("closing", quote=recipient),
                )
