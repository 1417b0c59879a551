"""L14: the circular that the plan follows is for schools of another level."""

from collections.abc import Iterator

from caitien.checks.bases import basis_place, numbered_bases, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place
from caitien.frameworks.model import SCHOOL_LEVELS


class FrameworkOfAnotherLevel(Check):
    """Kế hoạch theo thông tư về tiêu chuẩn của cấp học khác với cấp học của trường.

    Vì sao: số tiêu chí và nội dung tiêu chí của mỗi cấp học khác nhau; theo nhầm thông tư thì cả bảng kế hoạch sai.
    Căn cứ: phạm vi của Thông tư 17/2018 (tiểu học), 18/2018 (trung học cơ sở, trung học phổ thông, nhiều cấp học),
    19/2018 (mầm non); các phụ lục của Thông tư 57/2026/TT-BGDĐT.
    Không dùng khi: tên trường không cho biết đúng cấp học.
    """

    code = "L14"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework, level = subject.framework, subject.plan.school.level
        if framework is None or level is None or level in framework.school_levels:
            return
        number = framework.document.number
        basis = next((basis for basis, cited, _ in numbered_bases(subject) if cited == number), None)
        for_levels = ", ".join(SCHOOL_LEVELS[one] for one in framework.school_levels)
        yield self.found(
            f"{framework.document.name} dành cho {for_levels}, trường là {SCHOOL_LEVELS[level]}.",
            "Dùng thông tư (phụ lục) dành cho cấp học của trường.",
            basis_place(basis) if basis else Place("bases", field="framework"),
            position=position_of(subject, basis) if basis else None,
        )
