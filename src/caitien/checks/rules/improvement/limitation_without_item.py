"""T02: a limitation of part IV that no item treats."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.checks.yearly_plan import speaks_of
from caitien.findings import Finding, Place


class LimitationWithoutItem(Check):
    """Một hạn chế nêu ở phần các vấn đề trọng tâm không có việc nào trong bảng kế hoạch.

    Vì sao: kế hoạch cải tiến phải giải quyết chính các hạn chế đã nêu; hạn chế không có việc thì năm sau còn nguyên.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (phần IV và phần V; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: nhà trường ghi rõ hạn chế sẽ xử lý ở năm học khác.
    """

    code = "T02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        items = subject.plan.items
        if len(subject.plan.problems) <= len(items) and all(item.criterion is None for item in items):
            return  # the rows of the two tables answer each other by their numbers
        for number, problem in enumerate(subject.plan.problems, start=1):
            named = problem.limitation or problem.current_state
            if not named or not items or any(speaks_of(item, problem) for item in items):
                continue
            place = Place("targets", criterion=problem.criterion, field="limitation", quote=shortened(named))
            where = f" (tiêu chí {problem.criterion})" if problem.criterion else ""
            yield self.found(
                f"Hạn chế số {number}{where} “{shortened(named, 80)}” không có việc nào trong bảng kế hoạch.",
                "Thêm một dòng vào bảng kế hoạch cho hạn chế này, hoặc ghi rõ lý do để lại.",
                place,
            )
