"""L11: one document cited under two kinds, or with its date in two forms."""

import re
from collections import defaultdict
from collections.abc import Iterator

from caitien.checks.bases import Cited, all_cited
from caitien.checks.check import Check, Subject
from caitien.findings import Finding
from caitien.laws.numbers import number_key
from caitien.laws.registry import find_law

_IN_WORDS = re.compile(r"\d\s*tháng\s*\d")
_IN_NUMBERS = re.compile(r"\d\s*/\s*\d{1,2}\s*/\s*(?:19|20)\d\d")


class CitationInconsistent(Check):
    """Cùng một văn bản mà mỗi nơi viện dẫn một kiểu: khác tên loại (Công văn, Hướng dẫn), khác cách ghi ngày; hoặc tên
    loại khác với danh mục.

    Vì sao: người đọc tưởng là hai văn bản; cách ghi phải thống nhất trong một kế hoạch.
    Căn cứ: Nghị định 30/2020/NĐ-CP (tên loại và ngày, tháng, năm của văn bản được viện dẫn); thông lệ.
    Không dùng khi: hai văn bản khác nhau trùng số.
    """

    code = "L11"

    def run(self, subject: Subject) -> Iterator[Finding]:
        groups: dict[str, list[Cited]] = defaultdict(list)
        for cited in all_cited(subject):
            groups[number_key(cited.number) or cited.number].append(cited)
        for group in groups.values():
            yield from self._kinds(group)
            yield from self._dates(group)

    def _kinds(self, group: list[Cited]) -> Iterator[Finding]:
        law = find_law(group[0].number)
        right = law.type if law and law.type != "Văn bản hợp nhất" else group[0].type
        other = next((one for one in group if one.type and right and one.type.casefold() != right.casefold()), None)
        if other and other.type != "Văn bản":
            source = "danh mục ghi" if law else "chỗ khác ghi"
            yield self.found(
                f"Văn bản {other.number} được gọi là “{other.type}”, {source} “{right}”.",
                f"Gọi thống nhất là {right} số {other.number}.",
                other.place,
                position=other.position,
            )

    def _dates(self, group: list[Cited]) -> Iterator[Finding]:
        in_words = [one for one in group if one.date and _is_written(one, _IN_WORDS)]
        in_numbers = [one for one in group if one.date and _is_written(one, _IN_NUMBERS)]
        if in_words and in_numbers:
            fewer = min(in_words, in_numbers, key=len)[-1]
            yield self.found(
                f"Ngày của văn bản {fewer.number} chỗ ghi bằng chữ “ngày … tháng …”, chỗ ghi “…/…/…”.",
                "Ghi ngày, tháng, năm theo một kiểu trong cả kế hoạch.",
                fewer.place,
                position=fewer.position,
            )


def _is_written(cited: Cited, pattern: re.Pattern[str]) -> bool:
    """Whether the date right behind the number has this form; dates further on belong to other documents."""
    tail = re.split(r"/\S+", cited.text, maxsplit=1)[-1] if "/" in cited.text else ""
    return bool(pattern.search(tail[:45]))
