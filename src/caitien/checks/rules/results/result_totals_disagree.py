"""R02: totals of last year's results disagree with the circular or with each other."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from caitien.checks.check import Check, Subject
from caitien.checks.level_counts import counted_levels
from caitien.findings import Finding, Place, Severity
from caitien.frameworks.load import all_frameworks
from caitien.frameworks.model import Framework
from caitien.vietnamese.fold import fold

_LEVEL = re.compile(r"muc (?P<level>[1-4])\b(?P<said>[^\n]{0,200})")
_PERCENT = re.compile(r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s*%")
_UNMET = re.compile(r"khong dat\s*:?\s*(?P<unmet>\d{1,2})\b(?!\s*[/%,.]\d)")


class ResultTotalsDisagree(Check):
    """Số tiêu chí đạt, tổng số tiêu chí hoặc tỉ lệ của từng mức không khớp nhau, hoặc không khớp số tiêu chí của
    thông tư.

    Vì sao: số liệu sai làm mất tin cậy của cả kế hoạch và báo cáo tự đánh giá.
    Căn cứ: số tiêu chí ở từng mức của bộ tiêu chuẩn; đạt mức cao thì đã đạt mức thấp hơn (Thông tư 17, 18, 19/2018).
    Không dùng khi: kết quả là của bộ tiêu chuẩn cũ, trước khi chuyển sang bộ mới.
    """

    code = "R02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        results = subject.plan.prior_results
        levels = counted_levels(results)
        said = {match["level"]: match["said"] for match in _LEVEL.finditer(fold(results.text or ""))} if results else {}
        below: dict[str, Any] | None = None
        for number, level in levels.items():
            met, total = level["met"], level["total"]
            quote = f"{met}/{total}"
            if met > total:
                yield self._found(
                    subject, f"Mức {number}: số tiêu chí đạt {met} nhiều hơn tổng số {total}.", quote, Severity.WARNING
                )
            elif below and met > below["met"]:
                message = f"Mức {number} có {met} tiêu chí đạt, nhiều hơn mức dưới ({below['met']})."
                yield self._found(subject, message, quote, Severity.WARNING)
            yield from self._total(subject, int(number), total, quote)
            yield from self._figures(subject, number, met, total, said.get(number, ""))
            below = level

    def _total(self, subject: Subject, number: int, total: int, quote: str) -> Iterator[Finding]:
        """The total against the circular, or an older state of it: last year's results may still follow that."""
        framework = subject.framework
        known = {_count(one, number) for one in _states(framework)} if framework else set()
        if framework and known and None not in known and total not in known:
            sure = framework.confidence.get("structure") == "high"
            yield self._found(
                subject,
                f"Mức {number} ghi tổng số {total} tiêu chí; {framework.document.name} có {_count(framework, number)}"
                f"{'' if sure else ' (cần đối chiếu)'}.",
                quote,
                None,
            )

    def _figures(self, subject: Subject, number: str, met: int, total: int, said: str) -> Iterator[Finding]:
        percent, unmet = _PERCENT.search(said), _UNMET.search(said)
        if percent and total and abs(float(percent["percent"].replace(",", ".")) - met * 100 / total) > 0.6:
            right = f"{met * 100 / total:.1f}".replace(".", ",")
            yield self._found(subject, f"Mức {number}: {met}/{total} là {right}%, ghi {percent[0]}.", percent[0], None)
        if unmet and met + int(unmet["unmet"]) != total:
            message = f"Mức {number}: đạt {met}, không đạt {unmet['unmet']}, cộng lại không bằng tổng số {total}."
            yield self._found(subject, message, f"{met}/{total}", None)

    def _found(self, subject: Subject, message: str, quote: str, severity: Severity | None) -> Finding:
        hint = "Đối chiếu với báo cáo tự đánh giá và sửa số liệu."
        lines = (line for line in subject.wording.part("results", "bases") if quote in line.text)
        position = next((line.position for line in lines), None)
        return self.found(message, hint, Place("results", quote=quote), position=position, severity=severity)


@cache
def _states(framework: Framework) -> list[Framework]:
    """The circular as the plan follows it, and before it was amended."""
    return [
        one
        for one in all_frameworks()
        if one.document.number == framework.document.number and one.valid_from <= framework.valid_from
    ]


@cache
def _count(framework: Framework, number: int) -> int | None:
    """How many criteria have this level; None where that is not surely known, or the level rests on clauses."""
    if number not in framework.criterion_levels:
        return None
    levels = [level for criterion in framework.criteria if (level := criterion.level(number))]
    return len(levels) if all(level.known for level in levels) else None
