"""T03: an item that answers no limitation of part IV."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.yearly_plan import demands, speaks_of
from caitien.findings import Finding, Place


class ItemWithoutLimitation(Check):
    """Một việc trong bảng kế hoạch không ứng với hạn chế nào đã nêu, hoặc kế hoạch không nêu hạn chế nào.

    Vì sao: việc không bắt nguồn từ hạn chế thì không rõ vì sao phải làm, kế hoạch thành danh sách việc thường xuyên.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (phần IV và phần V; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: việc được cơ quan quản lý giao thêm ngoài kết quả tự đánh giá.
    """

    code = "T03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        plan = subject.plan
        if not plan.problems:
            if plan.framework in demands()["editions"] and plan.items and not any(item.weakness for item in plan.items):
                yield self.found(
                    "Kế hoạch không nêu hạn chế nào cần cải tiến trước bảng kế hoạch.",
                    "Lập bảng các vấn đề trọng tâm: hiện trạng, hạn chế, nguyên nhân của từng tiêu chí ưu tiên.",
                    Place("targets"),
                )
            return
        if len(plan.items) <= len(plan.problems) and all(item.criterion is None for item in plan.items):
            return  # the rows of the two tables answer each other by their numbers
        for index, item in subject.items:
            if any(speaks_of(item, problem) for problem in plan.problems):
                continue
            name = "improvement" if item.improvement else "solution"
            said = shortened(item.improvement or item.solution or "", 80)
            yield self.found_at(
                subject,
                index,
                name,
                f"{item_name(index, item)}: “{said}” không ứng với hạn chế nào đã nêu.",
                "Nêu hạn chế tương ứng ở phần các vấn đề trọng tâm, hoặc bỏ việc này khỏi kế hoạch cải tiến.",
            )
