"""T09: a column that the yearly plan's form asks for is left blank in some rows."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.table_columns import heading_of, shown_fields
from caitien.checks.table_gaps import numbered
from caitien.checks.yearly_plan import NOT_VERIFIED, is_yearly
from caitien.findings import Finding, Place

# The other columns have checks of their own.
OF_ITEMS = {"improvement": "Nội dung cải tiến", "target_result": "Mục tiêu cải tiến", "resources": "Nguồn lực bảo đảm"}
OF_PROBLEMS = {
    "current_state": "Đánh giá hiện trạng",
    "limitation": "Điểm hạn chế",
    "cause": "Nguyên nhân của hạn chế",
}
HINT = f"Điền nội dung, hoặc ghi rõ vì sao không có (Biểu 2 Thông tư 57/2026/TT-BGDĐT, {NOT_VERIFIED})."


class FormLeftBlank(Check):
    """Biểu kế hoạch còn ô để trống: nội dung, mục tiêu, nguồn lực; hiện trạng, hạn chế, nguyên nhân.

    Vì sao: ô trống là điều biểu hỏi mà kế hoạch chưa trả lời; hay gặp khi chuyển kế hoạch cũ sang biểu mới.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (phần IV và phần V; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: kế hoạch lập theo mẫu không có các cột này (các thông tư năm 2018).
    """

    code = "T09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not is_yearly(subject):
            return
        for field, name in OF_PROBLEMS.items():
            rows = [at for at, row in enumerate(subject.plan.problems) if not getattr(row, field)]
            if rows:
                lines = numbered(rows).replace("mục", "dòng")
                message = f"Bảng các vấn đề trọng tâm: cột “{name}” để trống ở {lines}."
                yield self.found(message, HINT, Place("targets"))
        shown = shown_fields(subject)
        for field, usual in OF_ITEMS.items():
            rows = [index for index, item in subject.items if not getattr(item, field)]
            if rows and field in shown:
                name = heading_of(subject, field) or usual
                yield self.found(f"Cột “{name}” để trống ở {numbered(rows)}.", HINT, Place("items", field=field))
