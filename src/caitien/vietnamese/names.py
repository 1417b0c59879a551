"""Names of schools and of the bodies above them."""

import re
from typing import Literal

from caitien.vietnamese.fold import fold

SchoolLevel = Literal["preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"]

_ABBREVIATIONS = """
UBND HĐND THCS THPT PTDTBT PTDTNT TH MN MG PT GDNN GDTX GD&ĐT GDĐT TH&THCS THCS&THPT TP HCM CĐ ĐH
BGDĐT SGDĐT PGD&ĐT PGDĐT TT I II III IV V VI
"""
_KEPT = frozenset(_ABBREVIATIONS.split())
# Words that stay small inside a name: kinds of units, and the words between the parts of a school's kind.
_SMALL_PHRASES = (
    "tiểu học", "trung học cơ sở", "trung học phổ thông",
    "mầm non", "mẫu giáo", "phổ thông dân tộc bán trú", "phổ thông dân tộc nội trú", "phổ thông", "dân tộc bán trú",
    "dân tộc nội trú", "liên cấp", "thực hành", "chuyên", "năng khiếu", "tư thục", "dân lập", "công lập", "nhà trẻ",
    "giáo dục nghề nghiệp", "giáo dục thường xuyên", "trung tâm", "ủy ban nhân dân", "uỷ ban nhân dân",
)  # fmt: skip
_UNITS = (
    "tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "ấp", "thôn", "bản", "khóm",
)  # fmt: skip
_PHRASES = {
    "giáo dục và đào tạo": "Giáo dục và Đào tạo",
    "văn hóa - xã hội": "Văn hóa - Xã hội",
    "văn hoá - xã hội": "Văn hoá - Xã hội",
    "giáo dục nghề nghiệp": "Giáo dục nghề nghiệp",
    "giáo dục thường xuyên": "Giáo dục thường xuyên",
}


_KINDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted([*_SMALL_PHRASES, *_PHRASES], key=len, reverse=True))})(?!\w)", re.IGNORECASE
)


def capitalise_body(text: str) -> str:
    """A name in capitals as it is written in running text: "TRƯỜNG TIỂU HỌC BÌNH MINH" → "Trường Tiểu học Bình Minh",
    "UBND HUYỆN HÒA AN" → "UBND huyện Hòa An"; a name that is not all in capitals only has its blanks squeezed.
    """
    text = " ".join(text.split())
    words = [word for word in text.split() if any(c.isalpha() for c in word)]
    if not words or sum(word == word.upper() for word in words) < max(1, 0.6 * len(words)) or text in _KEPT:
        return _small_units(text)
    titled = " ".join(_titled(word) for word in text.split())
    return _small_units(_small_kind(titled))


def _titled(word: str) -> str:
    """One word in title case, its hyphened parts each; abbreviations and words that were not in capitals stay."""
    if word != word.upper() or word.strip("().,;:") in _KEPT or re.search(r"\d", word):
        return word
    if "&" in word:
        return word
    return "-".join(_title_case(part) if part not in _KEPT else part for part in word.split("-"))


def _title_case(word: str) -> str:
    first = next((i for i, c in enumerate(word) if c.isalpha()), 0)
    return word[:first] + word[first : first + 1].upper() + word[first + 1 :].lower()


def _small_kind(text: str) -> str:
    """`Trường Tiểu Học` → `Trường Tiểu học`: in the kind of a school or office only the first word is large."""
    text = _KINDS.sub(lambda match: _PHRASES.get(match[0].lower()) or _title_case(match[0]), text)
    return re.sub(r"(?<!\w)Và(?!\w)", "và", text)


def _small_units(text: str) -> str:
    """Units of administration small where they do not begin the name: `UBND Huyện …` → `UBND huyện …`."""
    units = "|".join(unit.replace(" ", r"\s+") for unit in _UNITS)
    return re.sub(
        rf"(?<=\w )(?:{units})(?=\s+\w)|(?<=nhân dân )(?:{units})$|(?<=UBND )(?:{units})$",
        lambda unit: unit[0].lower(),
        text,
        flags=re.IGNORECASE,
    )


def school_level_in(text: str) -> SchoolLevel | None:
    """The level of a school from its name; `multi_level` where kinds are joined, None where the name does not tell."""
    plain = re.sub(r"[^a-z0-9&]+", " ", fold(text)).strip()
    if re.search(r"\b(?:gdtx|gdnn|giao duc thuong xuyen|giao duc nghe nghiep|htcd|hoc tap cong dong)\b", plain):
        return "continuing"
    if re.search(
        r"nhieu cap hoc|lien cap|\b(?:tieu hoc thcs|th thcs|thcs thpt|th&thcs|thcs&thpt|th thcs&thpt)\b", plain
    ):
        return "multi_level"
    levels = [level for level, pattern in _LEVELS if re.search(rf"\b(?:{pattern})\b", plain)]
    school = [level for level in levels if level != "preschool"]
    if len(school) > 1:
        return "multi_level"
    return next(iter(levels if levels[:1] == ["preschool"] and not school else school), None)


_LEVELS: tuple[tuple[SchoolLevel, str], ...] = (
    ("preschool", "mam non|mau giao|nha tre|truong mn|trmn|mn|mg"),
    ("primary", "tieu hoc|truong th|pt cap i|cap 1|th"),
    ("lower_secondary", "thcs|trung hoc co so|cap 2"),
    ("upper_secondary", "thpt|trung hoc pho thong|cap 3|trung hoc pho thong chuyen"),
)
