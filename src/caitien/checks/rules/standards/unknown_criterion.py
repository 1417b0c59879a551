"""S14: a criterion that the plan's circular does not have."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding, Place, Severity
from caitien.frameworks.load import all_frameworks
from caitien.frameworks.model import Framework


class UnknownCriterion(Check):
    """Mã tiêu chí không có trong bộ tiêu chuẩn mà kế hoạch dựa vào.

    Vì sao: hoặc gõ sai mã, hoặc dùng danh sách tiêu chí cũ (trước khi thông tư được sửa đổi).
    Căn cứ: danh sách tiêu chí của thông tư; từ 25/01/2025 tiêu chuẩn 3 còn ba tiêu chí theo Thông tư 22/2024/TT-BGDĐT
    (theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: kế hoạch cố ý theo bộ tiêu chuẩn khác với bộ được viện dẫn.
    """

    code = "S14"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        if framework is None:
            return
        for index, item in subject.items:
            if item.criterion and framework.criterion(item.criterion) is None:
                message = f"{item_name(index, item)}: {_message(framework, item.criterion)}"
                yield self.found_at(
                    subject, index, "criterion", message, _HINT, quote=item.criterion, severity=_severity(framework)
                )
        for code in dict.fromkeys((*subject.plan.weak_criteria, *subject.plan.target_criteria)):
            if framework.criterion(code) is None:
                message = f"Tiêu chí {code}: {_message(framework, code)}"
                yield self.found(message, _HINT, Place("targets", criterion=code), severity=_severity(framework))


_HINT = "Sửa mã, hoặc dùng danh sách tiêu chí của bộ tiêu chuẩn đang áp dụng."


def _message(framework: Framework, code: str) -> str:
    levels = set(framework.school_levels)
    older = (
        one for one in all_frameworks() if levels & set(one.school_levels) and one.valid_from < framework.valid_from
    )
    title = next((criterion.title for one in older if (criterion := one.criterion(code))), None)
    was = f"; đó là tiêu chí của bộ trước (“{title}”)" if title else ""
    doubt = "; cần đối chiếu" if _severity(framework) else ""
    return f"{framework.document.name} không có tiêu chí {code}{was}{doubt}."


def _severity(framework: Framework) -> Severity | None:
    """An error only where the list of criteria is surely known."""
    return None if framework.confidence.get("structure") == "high" else Severity.WARNING
