"""P17: two items give different periods for the same work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.plan_years import STAGE
from caitien.findings import Finding
from caitien.vietnamese.fold import fold

_PERIOD = re.compile(
    rf"{STAGE.pattern.replace('P<from>', 'P<s1>').replace('P<to>', 'P<s2>')}"
    r"|năm\s*học\s*:?\s*(?P<y1>20\d\d)\s*[-–—]\s*(?P<y2>20\d\d)(?!\d)"
    r"|tháng\s*(?P<month>0?[1-9]|1[0-2])\s*(?:/|năm)\s*(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"(?P<deed>xây(?: dựng)?(?: mới| thêm)?|sửa chữa|cải tạo|nâng cấp|mở rộng|lắp đặt|mua(?: sắm)?|trang bị"
    r"|tuyển(?: dụng)?|bổ nhiệm|thành lập|hoàn thành|tổ chức)\s+(?P<object>[^.;:\n]*)",
    re.IGNORECASE,
)
_BUILD = frozenset({"xay", "xay dung"})
_ENDS = re.compile(
    r"\s*(?:,|\(|(?<!\w)(?:và|vào|trong|để|nhằm|cho|từ|ở|tại|đảm bảo|đáp ứng|theo|với|giai đoạn|tháng"
    r"|năm học)(?!\w)).*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A work with the period that the same clause gives it."""

    index: int
    name: str
    work: str
    key: tuple[str, str]
    period: str
    when: tuple[str, ...]


class SameWorkOtherPeriod(Check):
    """Hai dòng nêu cùng một công trình, cùng một việc nhưng ghi thời gian khác nhau ngay trong câu.

    Vì sao: cùng một việc không thể có hai thời hạn; người thực hiện và người giám sát sẽ hiểu khác nhau.
    Căn cứ: thông lệ; các dòng của một kế hoạch phải thống nhất với nhau.
    Không dùng khi: hai dòng là hai hạng mục hoặc hai đợt khác nhau; khi đó gọi tên từng hạng mục, từng đợt.
    """

    code = "P17"

    def run(self, subject: Subject) -> Iterator[Finding]:
        seen: dict[tuple[str, str], _Said] = {}
        for said in _all_said(subject):
            first = seen.setdefault(said.key, said)
            if first.when != said.when:
                items = subject.plan.items
                yield self.found_at(
                    subject,
                    said.index,
                    said.name,
                    f"{item_name(said.index, items[said.index])}: “{said.work}” ghi “{said.period}”, trong khi "
                    f"{item_name(first.index, items[first.index]).lower()} ghi “{first.period}” cho cùng việc này.",
                    "Thống nhất một thời gian cho việc này ở các dòng.",
                    quote=said.period,
                )


def _all_said(subject: Subject) -> Iterator[_Said]:
    for index, item in subject.items:
        for name in ("target_result", "task", "solution"):
            text = getattr(item, name) or ""
            for clause in re.split(r"[.;\n](?!\d)", text) if "20" in text else ():
                period = _PERIOD.search(clause)
                work = _WORK.search(clause[: period.start()]) if period else None
                if period and work and (thing := _ENDS.sub("", work["object"]).strip()):
                    when = tuple(value for value in period.groups() if value)
                    yield _Said(index, name, f"{work['deed']} {thing}", _key(work["deed"], thing), period[0], when)


def _key(deed: str, thing: str) -> tuple[str, str]:
    """The work without its wording: kind of deed and the words of its object."""
    plain = re.sub(r" (?:moi|them|dung|sam)$", "", fold(deed))
    return ("xay" if plain in _BUILD else plain), fold(thing)
