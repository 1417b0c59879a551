"""I07: the solution does not lead to the target, as far as words tell: it only plans, or treats another body."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.remembered import remembered
from caitien.checks.work_words import clauses_of, only_plans
from caitien.findings import Finding, Severity
from caitien.plan import Item

_DONE = re.compile(
    r"(?:sửa chữa|cải tạo|xây mới|xây dựng (?!kế hoạch)|trang bị|mua sắm|hỗ trợ|cải thiện|nâng cấp|làm mới"
    r"|lắp đặt)(?!\w)",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"hội đồng (?:khoa học|trường|thi đua|tư vấn|kỷ luật|tuyển sinh|tự đánh giá|bộ môn|coi thi|chấm thi)", re.IGNORECASE
)


class SolutionMissesTarget(Check):
    """Kết quả cần đạt là một việc phải làm xong (sửa chữa, trang bị, hỗ trợ…) nhưng giải pháp mới dừng ở thống kê,
    khảo sát, lập kế hoạch; hoặc điểm yếu của hội đồng này mà giải pháp cho hội đồng khác.

    Vì sao: làm xong giải pháp rồi mà điểm yếu vẫn còn, kết quả vẫn chưa có.
    Căn cứ: thông lệ; giải pháp phải khắc phục được điểm yếu và đạt kết quả của cùng dòng.
    Không dùng khi: các bước tiếp theo đã giao ở văn bản khác được dẫn trong dòng này.
    """

    code = "I07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if _only_plans(item):
                words = shortened(item.solution or "", 70)
                target = shortened(item.target_result or "", 60)
                message = f"{item_name(index, item)}: muốn “{target}” nhưng giải pháp chỉ có “{words}”."
                hint = "Ghi tiếp các bước làm sau khi khảo sát, lập kế hoạch: ai làm, làm gì, xong khi nào."
                yield self.found_at(subject, index, "solution", message, hint, severity=Severity.HINT)
            elif council := _other_council(item):
                words = shortened(item.solution or "", 70)
                message = f"{item_name(index, item)}: điểm yếu của {council} nhưng giải pháp là “{words}”."
                hint = f"Ghi việc làm cho {council}, hoặc sửa lại điểm yếu cho khớp."
                yield self.found_at(subject, index, "solution", message, hint)


def _only_plans(item: Item) -> bool:
    clauses = clauses_of(item.solution)
    return (
        bool(clauses)
        and not item.task
        and bool(_DONE.match(item.target_result or ""))
        and all(map(only_plans, clauses))
    )


def _other_council(item: Item) -> str | None:
    """The council that the weakness is about, where the solution names another one and not it."""
    weak = _councils_in(item.weakness or "")
    if not weak:
        return None
    treated = _councils_in(f"{item.task or ''} {item.solution or ''}")
    return "H" + min(weak)[1:] if treated and not weak & treated else None


@remembered
def _councils_in(text: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in _COUNCIL.findall(text))
