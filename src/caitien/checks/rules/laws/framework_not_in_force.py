"""L13: the standards that the plan follows are not in force on its day."""

from collections.abc import Iterator

from caitien.checks.bases import basis_place, numbered_bases, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity
from caitien.frameworks.load import CannotFindFramework, framework_for
from caitien.frameworks.model import Framework
from caitien.laws.registry import find_law
from caitien.vietnamese.dates import say_day


class FrameworkNotInForce(Check):
    """Kế hoạch theo bộ tiêu chuẩn chưa có hoặc đã hết hiệu lực vào ngày ký.

    Vì sao: tiêu chuẩn, tiêu chí, mức và cả mẫu kế hoạch đều lấy từ thông tư đang có hiệu lực; theo thông tư cũ thì phải
    lập lại.
    Căn cứ: hiệu lực của Thông tư 17, 18, 19/2018/TT-BGDĐT (10/10/2018 - 06/7/2026) và 57/2026/TT-BGDĐT (từ 07/7/2026),
    theo danh mục của phần mềm.
    Không dùng khi: kế hoạch chỉ được in lại, ngày ký thật sớm hơn ngày ghi trên văn bản.
    """

    code = "L13"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework, on = subject.framework, subject.on
        if framework is None or on is None:
            return
        law = find_law(framework.document.number)
        end = law.end_for(subject.plan.school.level) if law else None
        if law is None or (law.issued_from <= on and (end is None or on <= end.after)):
            return
        basis = next((basis for basis, _, known in numbered_bases(subject) if known is law), None)
        ended = end is not None and on > end.after
        state = "đã hết hiệu lực" if ended else "chưa được ban hành"
        right = _right(subject)
        yield self.found(
            f"Kế hoạch theo {framework.document.name}, văn bản {state} vào ngày {say_day(on)}"
            f"{f'; khi đó áp dụng {right.document.name}' if right else ''} (cần đối chiếu).",
            f"Lập lại kế hoạch theo {right.document.name}." if right else "Kiểm tra lại ngày ký và thông tư áp dụng.",
            basis_place(basis) if basis else Place("bases", field="framework"),
            position=position_of(subject, basis) if basis else None,
            # Without a date of its own the plan's day is only inferred from its school year.
            severity=None if subject.plan.document.date else Severity.WARNING,
        )


def _right(subject: Subject) -> Framework | None:
    level, on = subject.plan.school.level, subject.on
    try:
        return framework_for(level, on) if level and on else None
    except CannotFindFramework:
        return None
