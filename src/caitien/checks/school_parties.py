"""Parties by what they are to the school: outside it, collective, one standing for another."""

import re
from functools import lru_cache

from caitien.vietnamese.fold import fold
from caitien.vietnamese.parties import is_party_expression
from caitien.vietnamese.roles import match_role, without_quantity
from caitien.vietnamese.verbs import starts_with_verb

_LONG = 15  # words; few cells that only name parties are longer
_OUTSIDE = re.compile(
    r"(?:cac )?(?:phong (?:giao duc|gd|van hoa|noi vu|tai chinh|kinh te)|so (?!luong)|bo (?:giao duc|gd)|ubnd"
    r"|hdnd|uy ban|mat tran|cong an|tram y te|trung tam (?:y te|van hoa|dich vu)|benh vien|cap tren|chinh quyen|dang uy"
    r"|cha me|phu huynh|hoi (?:cha me|khuyen hoc|phu nu|cuu|chu thap)|(?:dai dien )?ban dai dien|nha (?:hao tam|dau tu"
    r"|tai tro|thau|cung cap)|manh thuong quan|doanh nghiep|cong ty|co quan|gia dinh|dia phuong|lanh dao (?:xa|phuong"
    r"|dia phuong|cap)|xa doan|phuong doan|huyen doan|doan (?:xa|phuong)|ban lanh dao (?:ap|thon)|cong dong)\b"
)
_PARENTS = re.compile(r"(?:truong ban |dai dien )?ban dai dien|(?:hoi )?cha me|phu huynh|gia dinh")
_COLLECTIVE = frozenset(
    (
        "can bo",
        "giao vien",
        "nhan vien",
        "vien chuc",
        "nguoi lao dong",
        "nha giao",
        "nha truong",
        "cac bo phan",
        "tap the",
    )
)
_MANAGERS = frozenset(("can bo quan ly", "ban giam hieu", "lanh dao nha truong"))
_HEADS = frozenset(("hieu truong", "pho hieu truong", "giam doc", "pho giam doc"))
_OFFICE = re.compile(r"^(?:to truong|to pho|to|chu tich|bi thu|pho bi thu|truong ban|thu ky|ban chap hanh|cac)\s+")


@lru_cache(maxsize=4096)
def is_whole_sentence(owner_text: str) -> bool:
    """Whether an owner's cell holds a sentence on what is done: long, and more than names of parties."""
    return len(owner_text.split()) > _LONG and not is_party_expression(owner_text)


@lru_cache(maxsize=4096)
def is_outside(party: str) -> bool:
    """Whether a party does not belong to the school's staff: an authority, the parents, a donor."""
    return bool(_OUTSIDE.match(fold(party)))


@lru_cache(maxsize=4096)
def is_parents(party: str) -> bool:
    """Whether a party is the parents or their board."""
    return bool(_PARENTS.match(fold(party)))


@lru_cache(maxsize=4096)
def is_collective(party: str) -> bool:
    """Whether a party is a whole staff, of whom nobody answers ("Giáo viên", "Cán bộ", "Nhà trường")."""
    return fold(party) in _COLLECTIVE


@lru_cache(maxsize=4096)
def is_management(party: str) -> bool:
    """Whether a party is the management as a group ("Cán bộ quản lý", "Ban giám hiệu")."""
    return fold(party) in _MANAGERS


@lru_cache(maxsize=4096)
def is_head(party: str) -> bool:
    """Whether a party is the head or a deputy head, whatever the deputy is in charge of."""
    plain = fold(party)
    return plain in _HEADS or plain.startswith(("pho hieu truong ", "pho giam doc "))


@lru_cache(maxsize=4096)
def stands_for(owner: str, acting: str) -> bool:
    """Whether naming `owner` covers what `acting` does: the same, its chair, its members, the group it belongs to."""
    mine, other = fold(owner), fold(acting)
    if mine == other or _OFFICE.sub("", mine) == _OFFICE.sub("", other):
        return True
    if mine in _MANAGERS:
        return is_head(acting) or other in _MANAGERS
    if other in _MANAGERS:
        return is_head(owner)
    return f" {other} " in f" {mine} " or (mine in _COLLECTIVE and other.startswith(f"{mine} "))


@lru_cache(maxsize=4096)
def acting_party(sentence: str) -> str | None:
    """The party that a sentence begins with as its subject ("Hiệu trưởng xây dựng …"), by its proper name."""
    text = without_quantity(sentence.strip())
    found = match_role(text)
    if found is None or found[0] in ("Học sinh", "Trẻ", "Thư viện", "Y tế", "Bảo vệ", "Phục vụ"):
        return None
    name, length = found
    rest = text[length:].strip()
    return name if starts_with_verb(re.sub(r"^(?:sẽ|phải|cần|nhà trường)\s+", "", rest)) else None
