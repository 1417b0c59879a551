"""L02: number or date of a cited document is not that of the registry."""

import re
from collections.abc import Iterator

from caitien.checks.bases import Cited, all_cited, day_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Severity
from caitien.laws.model import Law
from caitien.laws.numbers import number_key
from caitien.laws.registry import all_laws, find_law
from caitien.vietnamese.dates import say_day

_SERIAL = re.compile(r"(\d+(?:/(?:19|20)\d\d)?)/(.+)")


class CitationDiffersFromRegistry(Check):
    """Số, ký hiệu hoặc ngày của văn bản được viện dẫn khác với danh mục văn bản của phần mềm.

    Vì sao: sai số hoặc ngày là viện dẫn một văn bản khác hoặc không có thật; kế hoạch sẽ bị trả lại để sửa.
    Căn cứ: Nghị định 30/2020/NĐ-CP về công tác văn thư (viện dẫn văn bản phải đúng số, ký hiệu, ngày ban hành).
    Không dùng khi: danh mục của phần mềm ghi sai; danh mục lập từ nguồn thứ cấp nên luôn cần đối chiếu văn bản gốc.
    """

    code = "L02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        told: set[tuple[str, str | None]] = set()
        for cited in all_cited(subject):
            if (cited.number, cited.date) in told:
                continue
            told.add((cited.number, cited.date))
            law = find_law(cited.number)
            yield from self._date(cited, law) if law else self._number(cited)

    def _date(self, cited: Cited, law: Law) -> Iterator[Finding]:
        if day_of(cited.date) is None or len(law.issued) != 10 or cited.date == law.issued:
            return
        sure = law.verified or law.confidence == "high"
        yield self.found(
            f"{cited.type or law.type} {cited.number} được ghi ngày {_vietnamese(cited.date)}, danh mục ghi ngày "
            f"{_vietnamese(law.issued)}{'' if law.verified else '; cần đối chiếu văn bản gốc'}.",
            f"Sửa ngày ban hành thành {_vietnamese(law.issued)} sau khi đối chiếu.",
            cited.place,
            position=cited.position,
            severity=None if sure else Severity.WARNING,
        )

    def _number(self, cited: Cited) -> Iterator[Finding]:
        near = _nearest(cited)
        year = re.search(r"/((?:19|20)\d\d)/", cited.number)
        if near:
            yield self.found(
                f"Số “{cited.number}” không có trong danh mục; văn bản gần nhất là {near.type} {near.number}"
                f" ngày {_vietnamese(near.issued)} ({near.title}); cần đối chiếu.",
                f"Nếu đúng là văn bản này, ghi số {near.number}.",
                cited.place,
                position=cited.position,
            )
        elif year and cited.date and cited.date[:4] != year[1]:
            yield self.found(
                f"Số “{cited.number}” là của năm {year[1]} nhưng ghi ngày {_vietnamese(cited.date)}.",
                "Đối chiếu số và ngày của văn bản này với văn bản gốc.",
                cited.place,
                position=cited.position,
                severity=Severity.WARNING,
            )


def _nearest(cited: Cited) -> Law | None:
    """The registry's document of the same day with the same serial number or symbol, the other mistyped."""
    given = _SERIAL.fullmatch(number_key(cited.number) or "")
    if given is None or cited.date is None:
        return None
    for law in all_laws():
        own = _SERIAL.fullmatch(number_key(law.number) or "")
        if own and law.issued == cited.date and law.type == (cited.type or law.type):
            same_serial, same_symbol = own[1] == given[1], own[2] == given[2]
            if same_serial or (same_symbol and own[1].split("/")[0] == given[1].split("/")[0]):
                return law
    return None


def _vietnamese(iso: str | None) -> str:
    day = day_of(iso)
    return say_day(day) if day else "/".join(reversed((iso or "").split("-")))
