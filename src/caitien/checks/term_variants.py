"""Terms that documents write in two ways: the two spellings of a syllable, and the capitals of offices and boards."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from caitien.checks.check import Subject
from caitien.checks.passages import Passage, stopped_by
from caitien.checks.remembered import remembered
from caitien.checks.sieves import Sieve


class Found(NamedTuple):
    """A spelling as found: where first, its words, and how often it stands in the document."""

    passage: Passage
    quote: str
    times: int


# Rival spellings, each by words that it cannot do without and by its whole pattern.
_SYLLABLES = (
    (("quy ", r"quy (?:chế|trình|định|mô|hoạch|tắc|ước|chuẩn)"),
     ("qui ", r"qui (?:chế|trình|định|mô|hoạch|tắc|ước|chuẩn)")),
    (("hằng ", r"hằng (?:năm|tháng|tuần|ngày|quý)"), ("hàng ", r"hàng (?:năm|tháng|tuần|ngày|quý)")),
    (("hành chính", r"hành chính"), ("hành chánh", r"hành chánh")),
    (("thư ký", r"thư ký"), ("thư kí", r"thư kí")),
    ((" kỳ", r"(?:học|định|chu|thời|cuối|giữa|đầu) kỳ"), (" kì", r"(?:học|định|chu|thời|cuối|giữa|đầu) kì")),
    (("đăng ký", r"đăng ký"), ("đăng kí", r"đăng kí")),
    (("kỹ ", r"kỹ (?:năng|thuật)"), ("kĩ ", r"kĩ (?:năng|thuật)")),
    ((" lý", r"(?:quản|xử|tâm|vật|hợp|pháp|địa) lý"), (" lí", r"(?:quản|xử|tâm|vật|hợp|pháp|địa) lí")),
    (("tỷ lệ", r"tỷ lệ"), ("tỉ lệ", r"tỉ lệ")),
    (("mỹ thuật", r"mỹ thuật"), ("mĩ thuật", r"mĩ thuật")),
    (("nền nếp", r"nền nếp"), ("nề nếp", r"nề nếp")),
    (("ủy ", r"ủy (?:ban|viên|quyền)"), ("uỷ ", r"uỷ (?:ban|viên|quyền)")),
    ((" hóa", r"(?:văn|xã hội) hóa"), (" hoá", r"(?:văn|xã hội) hoá")),
    (("sĩ số", r"sĩ số"), ("sỹ số", r"sỹ số")),
)  # fmt: skip
_RIVALS = tuple(
    tuple((key, re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)) for key, pattern in group) for group in _SYLLABLES
)
# Offices and boards whose inner capitals vary; the first letter may be the sentence's.
_NAMES = (
    "phó hiệu trưởng",
    "ban đại diện cha mẹ",
    "ban giám hiệu",
    "tổ trưởng chuyên môn",
    "tổng phụ trách đội",
    "hội đồng trường",
    "hội đồng tự đánh giá",
    "hội đồng thi đua",
    "bí thư chi đoàn",
    "chủ tịch công đoàn",
    "ban thanh tra nhân dân",
    "tổ văn phòng",
    "tổ giám sát",
)


_SPELT = {name: re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE) for name in _NAMES}


def _piece_of(words: str) -> str:
    """How a piece ends that begins the words, or begins that ends them."""
    first, blank, _ = words.lstrip().partition(" ")
    return f"^{first}" if words.startswith(" ") else f"{first}$" if blank else first


_KEYS = tuple(key for group in _SYLLABLES for key, _ in group)
_LIKELY = Sieve(re.compile("|".join({_piece_of(words) for words in (*_KEYS, *_NAMES)}), re.IGNORECASE).search)


def variants_in(subject: Subject) -> list[list[Found]]:
    """For each term written in more than one way: its spellings, the commonest first."""
    texts = [(passage, _terms_in(passage.text)) for passage in stopped_by(_TERMS, subject)]
    seen = frozenset[str]().union(*(found for _, found in texts))
    rivals = (group for group in _RIVALS if all(key in seen for key, _ in group))
    groups = [[found for rival in group if (found := _first(*rival, texts))] for group in rivals]
    spelt = Counter(term.lower() for term in seen)
    groups += [_capitals(name, pattern, texts) for name, pattern in _SPELT.items() if spelt[name] > 1]
    return [sorted(group, key=lambda found: -found.times) for group in groups if len(group) > 1]


Texts = Sequence[tuple[Passage, frozenset[str]]]


@remembered
def _terms_in(text: str) -> frozenset[str]:
    """The keys of rival spellings that stand in a text, and the offices as they are written in it."""
    small = text.lower()
    written = (spelling for name in _NAMES if name in small for spelling in _written(name, text, small))
    return frozenset((*(key for key in _KEYS if key in small), *written))


_TERMS = Sieve.of_texts(_terms_in, within=_LIKELY)


def _first(key: str, pattern: re.Pattern[str], texts: Texts) -> Found | None:
    likely = (passage for passage, found in texts if key in found)
    hits = [(passage, match[0]) for passage in likely for match in pattern.finditer(passage.text)]
    return Found(hits[0][0], hits[0][1], len(hits)) if hits else None


def _written(name: str, text: str, small: str) -> set[str]:
    """The ways in which an office is written, be it part of a longer word."""
    starts, at = [], small.find(name)
    while at >= 0:
        starts.append(at)
        at = small.find(name, at + 1)
    return {text[at : at + len(name)] for at in starts}


def _capitals(name: str, pattern: re.Pattern[str], texts: Texts) -> list[Found]:
    """The spellings of an office with capitals inside or without ("Phó hiệu trưởng", "Phó Hiệu trưởng")."""
    spelt: dict[str, list[tuple[Passage, str]]] = {}
    cells = (passage for passage, _ in texts if passage.field != "criterion_title")
    for passage in cells:
        for match in pattern.finditer(passage.text) if name in passage.text.lower() else ():
            if match[0][0].isupper() and not match[0].isupper():
                spelt.setdefault(match[0], []).append((passage, match[0]))
    return [Found(*places[0], len(places)) for places in spelt.values()]
