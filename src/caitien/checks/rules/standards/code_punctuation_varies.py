"""S12: the mark behind a criterion's code is not the same throughout."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.checks.check import PLACES, Check, Subject, item_name
from caitien.findings import Finding, Place, Position

_CODED = re.compile(
    r"(?P<head>(?:Tiêu chí\s+)?\b\d\.\d{1,2}(?P<mark>\s?[.:)–-]?(?:\s|(?=[^\W\d])))(?P<title>[^\W\d]\S*))"
)
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Written:
    words: str
    mark: str
    item: int | None
    part: str
    position: Position | None


class CodePunctuationVaries(Check):
    """Dấu sau mã tiêu chí mỗi chỗ một kiểu: “1.1 Phương hướng”, “1.3: Tổ chức”, “1.9.Thực hiện”.

    Vì sao: trình bày thiếu thống nhất, khó tìm và khó tổng hợp.
    Căn cứ: thông lệ trình bày.
    Không dùng khi: không có; đây là lỗi trình bày nhỏ.
    """

    code = "S12"

    def run(self, subject: Subject) -> Iterator[Finding]:
        written = list(_all_written(subject))
        marks = Counter(one.mark for one in written)
        if len(marks) < 2:
            return
        usual = marks.most_common(1)[0][0]
        others = [one for one in written if one.mark != usual]
        pattern = next(one.words for one in written if one.mark == usual)
        in_table = [one for one in others if one.item is not None]
        if len(in_table) <= _FEW:
            for one in in_table:
                yield self._row(subject, one, pattern)
        else:
            yield self._together(in_table, pattern, Place("items", quote=in_table[0].words))
        outside = [one for one in others if one.item is None]
        if outside:
            yield self._together(outside, pattern, Place(outside[0].part, quote=outside[0].words))

    def _row(self, subject: Subject, one: _Written, pattern: str) -> Finding:
        index = one.item or 0
        item = subject.plan.items[index]
        message = f"{item_name(index, item)} ghi “{one.words} …”, chỗ khác ghi “{pattern} …”."
        return self.found_at(subject, index, "criterion", message, _HINT, quote=one.words)

    def _together(self, others: list[_Written], pattern: str, place: Place) -> Finding:
        shown = ", ".join(dict.fromkeys(f"“{one.words} …”" for one in others[:3]))
        message = f"Dấu sau mã tiêu chí không thống nhất: {shown}, chỗ khác ghi “{pattern} …”."
        return self.found(message, _HINT, place, position=others[0].position)


_HINT = "Dùng một kiểu dấu sau mã tiêu chí trong cả kế hoạch."


def _all_written(subject: Subject) -> Iterator[_Written]:
    """Each code with a title behind it, in the table and in the lists of criteria."""
    for index, cell in enumerate(subject.wording.criteria):
        if index < len(subject.plan.items) and subject.plan.items[index].criterion_title:
            match = _CODED.match(cell)
            if match:
                yield _Written(match["head"], _kind(match["mark"]), index, "items", None)
    for line in subject.wording.part("results", "targets", "problems"):
        match = _CODED.match(line.text) if line.text.startswith("Tiêu chí") else None
        if match:
            part = PLACES.get(line.part, "text")
            yield _Written(match["head"], _kind(match["mark"]), None, part, line.position)


def _kind(mark: str) -> str:
    """The mark with a blank behind it or without; blanks before it do not count."""
    return mark.strip() + (" " if mark[-1:].isspace() else "")
