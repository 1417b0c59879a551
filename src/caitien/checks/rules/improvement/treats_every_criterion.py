"""T07: the plan treats every criterion instead of choosing what matters most."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.yearly_plan import NOT_VERIFIED, is_yearly
from caitien.findings import Finding, Place


class TreatsEveryCriterion(Check):
    """Bảng kế hoạch có việc cho tất cả tiêu chí, không chọn vấn đề trọng tâm.

    Vì sao: dàn đều mọi tiêu chí thì nguồn lực phân tán, không việc nào làm đến nơi đến chốn.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (chọn vấn đề trọng tâm; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: mọi tiêu chí đều chưa đạt và cơ quan quản lý yêu cầu cải tiến tất cả.
    """

    code = "T07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        if framework is None or not is_yearly(subject):
            return
        every = {criterion.code for standard in framework.standards for criterion in standard.criteria}
        # In the form of the circular the rows have no criterion of their own: it stands beside the limitation.
        treated = {item.criterion for item in subject.plan.items} | {row.criterion for row in subject.plan.problems}
        if every and every <= treated:
            yield self.found(
                f"Bảng kế hoạch có việc cho cả {len(every)} tiêu chí, không chọn vấn đề trọng tâm.",
                "Chọn vài tiêu chí ưu tiên theo kết quả tự đánh giá, việc thường xuyên để ở kế hoạch năm học"
                f" (phần IV, Biểu 2, {NOT_VERIFIED}).",
                Place("items"),
            )
