"""O09: a body that owns items has no duty in the organisation part."""

import re
from collections.abc import Iterator
from functools import lru_cache

from caitien.checks.check import Check, Subject
from caitien.checks.remembered import remembered
from caitien.checks.school_parties import is_outside, is_parents, stands_for
from caitien.findings import Finding, Place
from caitien.plan import Plan
from caitien.vietnamese.fold import fold
from caitien.vietnamese.parties import read_parties
from caitien.vietnamese.verbs import before_verb

_BODY = re.compile(
    r"(?:ban(?! giam hieu)|hoi dong|cong doan|chi doan|doan thanh nien|lien doi|doi thieu nien|chi bo|to van phong"
    r"|to chuyen mon)\b"
)
_UNIONS = ("cong doan", "chi doan", "doan thanh nien", "lien doi", "doi thieu nien", "chi bo")
# A body and other words by which its people are named.
_SAME = (
    ("lien doi", "phu trach doi"),
    ("doi thieu", "phu trach doi"),
    ("doan thanh", "bi thu"),
    ("cha me", "phu huynh"),
)


class OwnerWithoutDuty(Check):
    """Ban, hội đồng, đoàn thể chủ trì việc trong bảng nhưng không có nhiệm vụ ở phần tổ chức thực hiện.

    Vì sao: bên ấy không biết mình được giao việc, cũng không có đầu mối phối hợp và báo cáo.
    Căn cứ: thông lệ; phần tổ chức thực hiện giao nhiệm vụ cho mọi bên có tên trong bảng.
    Không dùng khi: kế hoạch nói rõ các bên chủ trì thực hiện theo bảng, không cần nhắc lại.
    """

    code = "O09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not subject.plan.organisation:
            return
        bodies: dict[str, int] = {}
        for index, item in subject.items:
            for owner in filter(_is_body, item.owners):
                bodies.setdefault(owner, index)
        said = _named(subject.plan) if bodies else []
        missing = {owner: index for owner, index in bodies.items() if not any(_covers(name, owner) for name in said)}
        if missing:
            names = ", ".join(f"{name} (mục {index + 1})" for name, index in missing.items())
            message = f"Chủ trì việc trong bảng nhưng không có nhiệm vụ ở phần tổ chức thực hiện: {names}."
            hint = "Thêm nhiệm vụ của các bên này vào phần tổ chức thực hiện."
            yield self.found(message, hint, Place("organisation", quote=next(iter(missing))))


def _named(plan: Plan) -> list[str]:
    """The parties that have duties: those of the headings, and whoever a duty begins with."""
    texts = [text for part in plan.organisation for text in (part.party, *map(_before_verb, part.duties))]
    parties = [read_parties(text) for text in texts if text]
    return list(dict.fromkeys([*texts, *(name for party in parties for name in (*party.owners, *party.supporting))]))


_before_verb = remembered(before_verb)


@remembered
def _is_body(owner: str) -> bool:
    return bool(_BODY.match(fold(owner))) and (not is_outside(owner) or is_parents(owner))


@lru_cache(maxsize=4096)
def _covers(name: str, owner: str) -> bool:
    plain, body = fold(name), fold(owner)
    if body in plain or stands_for(name, owner) or any(key in body and word in plain for key, word in _SAME):
        return True
    if "doan the" in plain:
        return body.startswith(_UNIONS)
    return "bo phan" in plain and body.startswith(("to ", "ban ")) and not is_parents(owner)
