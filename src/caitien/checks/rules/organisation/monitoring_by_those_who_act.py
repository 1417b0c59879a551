"""O08: those who carry the plan out are also to monitor it."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.checks.organisation_words import is_staff, is_team, position_of
from caitien.findings import Finding, Place
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold

_MONITORS = re.compile(
    r"(?:(?:tham gia|tu|phoi hop)\s+)*(?:kiem tra,? )?giam sat\b(?!.{0,30}(?:khoan|dong gop|thu chi))"
)
_STAFF_MONITORS = re.compile(r"(?:can bo|giao vien|nhan vien|vien chuc)[\w, ]{0,40}\btu (?:kiem tra|giam sat)")


class MonitoringByThoseWhoAct(Check):
    """Giao việc giám sát cho chính những người thực hiện (“Cán bộ, giáo viên, nhân viên: tham gia giám sát…”).

    Vì sao: tự giám sát việc của mình thì không khách quan; đó là tự kiểm tra, chưa phải giám sát.
    Căn cứ: thông lệ; giám sát là việc của tổ giám sát hoặc hội đồng.
    Không dùng khi: cán bộ, giáo viên, nhân viên giám sát qua Ban Thanh tra nhân dân hoặc hội nghị.
    """

    code = "O08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for part in subject.plan.organisation:
            duty = next((duty for duty in part.duties if _is_watching(part, duty)), None)
            if duty:
                words = shortened(duty, 90)
                message = f"Người thực hiện cũng được giao giám sát: “{words}” (mục “{part.party}”)."
                hint = "Ghi là tự kiểm tra, báo cáo tiến độ; giao giám sát cho tổ giám sát hoặc hội đồng."
                place = Place("organisation", quote=words)
                yield self.found(message, hint, place, position=position_of(subject, duty))


def _is_watching(part: OrganisationPart, duty: str) -> bool:
    plain = fold(duty)
    return bool((is_staff(part) and _MONITORS.match(plain)) or (is_team(part) and _STAFF_MONITORS.search(plain)))
