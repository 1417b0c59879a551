"""S07: a criterion is named as weak, and no item treats it."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place


class WeakCriterionWithoutItem(Check):
    """Kế hoạch nêu một tiêu chí còn yếu hoặc chưa vững chắc nhưng bảng kế hoạch không có việc nào cho tiêu chí đó.

    Vì sao: kế hoạch cải tiến là để khắc phục điểm yếu đã nêu; điểm yếu không có việc thì năm sau vẫn còn nguyên.
    Căn cứ: mẫu kế hoạch theo hướng dẫn tự đánh giá 5932/BGDĐT-QLCL và 5942/BGDĐT-QLCL; Điều 10 Thông tư
    57/2026/TT-BGDĐT (kết quả tự đánh giá là căn cứ của kế hoạch).
    Không dùng khi: nhà trường đã nêu lý do chưa đưa tiêu chí vào kế hoạch năm nay; khi đó ghi nhận lý do và bỏ qua.
    """

    code = "S07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        treated = {item.criterion for item in subject.plan.items}
        for code in subject.plan.weak_criteria:
            if code not in treated:
                yield self.found(
                    f"Tiêu chí {code} được nêu là còn yếu nhưng bảng kế hoạch không có việc nào cho tiêu chí này.",
                    f"Thêm một dòng cho tiêu chí {code}, hoặc ghi rõ lý do chưa đưa vào kế hoạch.",
                    Place("targets", criterion=code),
                )
