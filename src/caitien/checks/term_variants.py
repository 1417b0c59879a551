"""Terms that documents write in two ways: the two spellings of a syllable, and the capitals of offices and boards."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from caitien.checks.passages import Passage


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


_SPELT = tuple((name, re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)) for name in _NAMES)


def variants_in(texts: Sequence[Passage], whole: str) -> list[list[Found]]:
    """For each term written in more than one way: its spellings, the commonest first. `whole`: in small letters."""
    rivals = ((pattern for _, pattern in group) for group in _RIVALS if all(key in whole for key, _ in group))
    groups = [[found for rival in group if (found := _first(rival, texts))] for group in rivals]
    groups += _capitals(texts, [pattern for name, pattern in _SPELT if name in whole])
    return [sorted(group, key=lambda found: -found.times) for group in groups if len(group) > 1]


def _first(pattern: re.Pattern[str], texts: Sequence[Passage]) -> Found | None:
    hits = [(passage, match[0]) for passage in texts for match in pattern.finditer(passage.text)]
    return Found(hits[0][0], hits[0][1], len(hits)) if hits else None


def _capitals(texts: Sequence[Passage], names: list[re.Pattern[str]]) -> list[list[Found]]:
    """Offices whose words bear capitals here and none there ("Phó hiệu trưởng", "Phó Hiệu trưởng")."""
    groups = []
    texts = [passage for passage in texts if passage.field != "criterion_title"]
    for pattern in names:
        spelt: dict[str, list[tuple[Passage, str]]] = {}
        for passage in texts:
            for match in pattern.finditer(passage.text):
                if match[0][0].isupper() and not match[0].isupper():
                    spelt.setdefault(match[0], []).append((passage, match[0]))
        groups.append([Found(*places[0], len(places)) for places in spelt.values()])
    return groups
