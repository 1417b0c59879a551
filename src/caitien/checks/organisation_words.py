"""The part "Tổ chức thực hiện": who its parties are, and what its duties speak of."""

import re

from caitien.checks.check import Subject
from caitien.checks.remembered import remembered
from caitien.findings import Position
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold

_TEAM = re.compile(
    r"\b(?:to|ban|nhom|bo phan|tieu ban|doan|hoi dong)\s+(?:\w+\s+){0,2}?(?:giam sat|kiem tra|thanh tra|theo doi"
    r"|(?:dam|bao) (?:bao|dam) chat luong)"
)
_STAFF = re.compile(
    r"(?:cac |toan the |tat ca |tap the |doi ngu |moi )*(?:can bo(?! quan ly)|giao vien|nhan vien|vien chuc|cb\b|gv\b"
    r"|nv\b|cbgv|nguoi lao dong)"
)
_HEAD = re.compile(r"(?:hieu truong|giam doc|nguoi dung dau|chu tich hoi dong tu danh gia|thu truong)")
_COUNCIL = re.compile(r"(?:cac )?(?:thanh vien|hoi dong tu danh gia|hoi dong tdg|hdtdg)")
_MONITORS = re.compile(
    r"giam sat|don doc|(?:theo doi|kiem tra|danh gia|so ket|tong ket)\b.{0,50}\b(?:ke hoach|tien do|thuc hien|cai tien)"
    r"|(?:so ket|tong ket)|(?:tong hop|bao cao) tien do"
    r"|theo doi (?:nhom |cac )?(?:tieu chi|tieu chuan|ket qua|viec cai)"
)
_NOT_THE_PLAN = re.compile(r"(?:khoan|dong gop|thu chi|bua an|su giam sat)")

_team_named = remembered(lambda party: bool(_TEAM.search(fold(party))))
_staff_named = remembered(lambda party: bool(_STAFF.match(fold(party))))
_head_named = remembered(lambda party: bool(_HEAD.match(fold(party))))
_council_named = remembered(lambda party: bool(_COUNCIL.match(fold(party))))


def is_team(part: OrganisationPart) -> bool:
    """Whether the party is there to monitor: a monitoring team, an inspection board."""
    return _team_named(part.party)


def is_staff(part: OrganisationPart) -> bool:
    """Whether the party is the whole staff, who carry the plan out."""
    return _staff_named(part.party)


def is_head(part: OrganisationPart) -> bool:
    """Whether the party is the head of the school."""
    return _head_named(part.party)


def is_council(part: OrganisationPart) -> bool:
    """Whether the party is the self-assessment council or its members."""
    return _council_named(part.party)


@remembered
def monitors(duty: str) -> bool:
    """Whether a duty is to watch over how the plan is carried out."""
    plain = fold(duty)
    return bool(_MONITORS.search(plain)) and not _NOT_THE_PLAN.search(plain)


def texts_of(subject: Subject) -> list[str]:
    """Everything said on carrying the plan out: duties, the mechanism of follow-up, reviews, the closing sentence."""
    plan = subject.plan
    duties = [text for part in plan.organisation for text in (part.party, *part.duties)]
    lines = [line.text for line in subject.wording.part("organisation", "mechanism", "reviews")]
    reviews = [text for row in plan.reviews for text in (row.when, row.content, row.adjustment) if text]
    return list(dict.fromkeys([*duties, *lines, *reviews, *([plan.closing] if plan.closing else [])]))


def is_said(subject: Subject) -> bool:
    """Whether the plan has a part on its organisation at all, so that something can be missing in it."""
    return bool(subject.plan.organisation or subject.wording.part("organisation", "mechanism"))


def position_of(subject: Subject, text: str) -> Position | None:
    """Where a party or duty stands in the document."""
    lines = subject.wording.part("organisation")
    return next((line.position for line in lines if text in line.text), None)
