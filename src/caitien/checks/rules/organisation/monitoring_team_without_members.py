"""O04: a monitoring team without a head and without members."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.organisation_words import is_team, position_of
from caitien.findings import Finding, Place
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold
from caitien.vietnamese.parties import is_party_expression
from caitien.vietnamese.roles import is_name, without_title

_SAYS = re.compile(
    r"\b(?:to truong|truong ban|truong nhom|truong doan|gom|bao gom|thanh phan|quyet dinh so|theo quyet dinh|danh sach"
    r"|kem theo|dong chi|d/c|ong|ba|thay|thu ky la|do \w+ \w+ lam)\b"
)


class MonitoringTeamWithoutMembers(Check):
    """Có tổ giám sát nhưng không nói ai là tổ trưởng, ai là thành viên, cũng không dẫn quyết định thành lập.

    Vì sao: một tổ không có người thì không ai giám sát.
    Căn cứ: thông lệ; quyết định thành lập hoặc danh sách kèm theo kế hoạch.
    Không dùng khi: danh sách tổ giám sát nằm ở phụ lục kèm theo kế hoạch.
    """

    code = "O04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for part in subject.plan.organisation:
            if is_team(part) and not _is_named(part):
                message = f"“{part.party}” không có tên tổ trưởng và thành viên."
                hint = "Ghi tổ trưởng, thành viên, hoặc dẫn số và ngày của quyết định thành lập tổ."
                place = Place("organisation", quote=part.party)
                yield self.found(message, hint, place, position=position_of(subject, part.party))


def _is_named(part: OrganisationPart) -> bool:
    if "thanh tra nhan dan" in fold(part.party):  # an elected board, whose members are known
        return True
    return any(_SAYS.search(fold(text)) or _lists_people(text) for text in (part.party, *part.duties))


def _lists_people(text: str) -> bool:
    pieces = re.split(r"[:;,–]|\s-\s", text)
    if any(is_name(without_title(piece.strip(" -."))) for piece in pieces):
        return True
    return len(pieces) > 1 and is_party_expression(text)
