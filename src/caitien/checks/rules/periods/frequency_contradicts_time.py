"""P14: the time cell and the note or the solution give different frequencies."""

import re
from collections.abc import Iterator
from functools import lru_cache

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.plan_years import is_one_moment
from caitien.findings import Finding, Severity

_ALWAYS = re.compile(
    r"(?:thực hiện |tiến hành |duy trì )?(?:thường xuyên|xuyên suốt|liên tục|suốt năm học)(?:[^.;,\n]*)", re.IGNORECASE
)
_MONEY_OR_TERM = re.compile(
    r"(?:kinh phí|chi|ngân sách|nguồn|quỹ|bồi dưỡng|đánh giá|giáo dục)\s+(?:không\s+)?thường xuyên|không thường xuyên",
    re.IGNORECASE,
)
_MORE_OFTEN = re.compile(
    r"(?:hằng|hàng|mỗi|từng|theo)\s+(?:tuần|tháng|quý|học k[ỳì])(?!\w)|\d+\s*lần\s*/\s*(?:tuần|tháng|quý|học k[ỳì])",
    re.IGNORECASE,
)
_REPAIR = re.compile(
    r"(?:khắc phục (?:sự cố|lỗi|hư hỏng)|sửa chữa|lắp đặt|xây (?:mới|thêm)|mua sắm)(?:[^.;,\n]*)", re.IGNORECASE
)


class FrequencyContradictsTime(Check):
    """Ô thời gian và ghi chú (hoặc giải pháp) nói khác nhau về mức độ thường xuyên: một tháng mà “thực hiện thường
    xuyên”, “Hằng năm” mà giải pháp làm “hằng tháng”; hoặc việc sửa chữa làm một lần mà ghi “thường xuyên”.

    Vì sao: người phụ trách không biết làm một lần hay làm suốt năm, và không biết kiểm tra lúc nào.
    Căn cứ: thông lệ; các cột của cùng một dòng phải nói cùng một việc.
    Không dùng khi: việc bắt đầu trong tháng ấy rồi duy trì; khi đó ghi “Từ tháng … đến tháng …”.
    """

    code = "P14"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            note = _always(item.note)
            if is_one_moment(item):
                said, name = (note, "note") if note else (_leading_always(item.solution), "solution")
                if said:
                    yield self._contradiction(subject, index, said, name)
                repair = _REPAIR.search(item.target_result or item.task or "")
                if note and repair:
                    yield self._repair(subject, index, repair[0], note)
            elif item.recurrence == "yearly" and not item.start:
                often = _MORE_OFTEN.search(item.solution or "") or _MORE_OFTEN.search(item.task or "")
                if often:
                    name = "solution" if often[0] in (item.solution or "") else "task"
                    yield self._contradiction(subject, index, often[0], name, Severity.HINT)

    def _contradiction(
        self, subject: Subject, index: int, said: str, name: str, severity: Severity | None = None
    ) -> Finding:
        item = subject.plan.items[index]
        where = {"note": "ghi chú", "task": "công việc"}.get(name, "giải pháp")
        return self.found_at(
            subject,
            index,
            "time_text",
            f"{item_name(index, item)}: ô thời gian ghi “{shortened(item.time_text or '')}” nhưng {where} ghi "
            f"“{shortened(said)}”.",
            "Thống nhất thời gian và mức độ thường xuyên, ví dụ “Từ tháng 9 đến tháng 5, mỗi tháng một lần”.",
            severity=severity,
        )

    def _repair(self, subject: Subject, index: int, work: str, note: str) -> Finding:
        item = subject.plan.items[index]
        return self.found_at(
            subject,
            index,
            "target_result" if item.target_result else "task",
            f"{item_name(index, item)}: việc làm một lần “{shortened(work)}” được ghi chú “{shortened(note)}”.",
            "Tách việc khắc phục làm một lần và việc kiểm tra, bảo trì làm thường xuyên.",
            quote=work.strip(),
        )


@lru_cache(maxsize=4096)
def _always(text: str | None) -> str | None:
    """The words of a text that say "all the time", terms such as "chi thường xuyên" aside."""
    match = _ALWAYS.search(_MONEY_OR_TERM.sub("", text or ""))
    return match[0].strip() if match else None


@lru_cache(maxsize=4096)
def _leading_always(text: str | None) -> str | None:
    """A measure that begins with "Thường xuyên …", which is said of the whole measure."""
    for line in re.split(r"[.;\n]", text or ""):
        match = re.match(r"[\s\-+•]*(thường xuyên [^,]*)", line, re.IGNORECASE)
        if match and not _MONEY_OR_TERM.search(line):
            return match[1]
    return None
