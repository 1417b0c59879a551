"""O05: a duty of one party stands under the heading of another."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.checks.organisation_words import is_council, is_staff, is_team, position_of
from caitien.checks.school_parties import acting_party, is_outside, stands_for
from caitien.findings import Finding, Place
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold
from caitien.vietnamese.parties import read_parties

# Headings under which anybody of the school may stand.
_GENERAL = re.compile(
    r"(?:cac |nhung )*(?:bo phan|ca nhan|thanh vien|doan the|to chuc|don vi|to chuyen mon(?: va|,)|nha truong|toan)"
)
_MEMBER = re.compile(r"\b(?:lam|la)\s+(?:to|truong|thanh vien|uy vien|thu ky|pho)")


class DutyUnderOtherParty(Check):
    """Dưới tên bên này lại viết nhiệm vụ của bên khác, ví dụ “Giáo viên thực hiện…” dưới mục “Tổ trưởng chuyên môn”.

    Vì sao: người có nhiệm vụ không tìm thấy việc của mình, người đứng tên mục lại tưởng là việc của mình.
    Căn cứ: thông lệ trình bày; mỗi bên một mục.
    Không dùng khi: bên được nhắc là người giúp việc trực tiếp của bên đứng tên mục.
    """

    code = "O05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for part in subject.plan.organisation:
            if _GENERAL.match(fold(part.party)) or is_council(part) or is_staff(part):
                continue
            strangers = [(acting, duty) for duty in part.duties if (acting := _stranger(part, duty))]
            if strangers:
                acting, duty = strangers[0]
                words = shortened(duty, 90)
                others = f" (và {len(strangers) - 1} nhiệm vụ khác)" if len(strangers) > 1 else ""
                message = f"Dưới mục “{part.party}” có nhiệm vụ của {acting}: “{words}”{others}."
                hint = f"Chuyển nhiệm vụ này sang mục của {acting}, hoặc viết lại theo bên đứng tên mục."
                place = Place("organisation", quote=words)
                yield self.found(message, hint, place, position=position_of(subject, duty))


def _stranger(part: OrganisationPart, duty: str) -> str | None:
    """Who acts in a duty, where it is neither the party of the heading nor one of its own people."""
    acting = acting_party(duty)
    if acting is None or acting == "Nhà trường" or is_outside(acting) or _MEMBER.search(fold(duty)):
        return None
    named = read_parties(part.party)
    parties = (*named.owners, *named.supporting)
    if fold(acting) in fold(part.party) or any(stands_for(party, acting) for party in parties):
        return None
    if is_team(part) and acting not in ("Hiệu trưởng", "Giáo viên", "Nhân viên", "Cán bộ"):
        return None  # members of the team, told by their own titles
    return acting
