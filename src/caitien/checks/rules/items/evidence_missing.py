"""I09: no column of evidence, or an empty one."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_gaps import is_whole_table, numbered
from caitien.findings import Finding, Place


class EvidenceMissing(Check):
    """Bảng kế hoạch không có cột sản phẩm, minh chứng, hoặc có cột mà để trống.

    Vì sao: không định trước minh chứng thì cuối năm không có gì để chứng tỏ việc đã làm, và lần tự đánh giá sau lại
    phải đi tìm.
    Căn cứ: cột “Minh chứng dự kiến” ở Biểu 2 Phụ lục V Thông tư 57/2026/TT-BGDĐT; mẫu theo hướng dẫn năm 2018 không
    bắt buộc cột này, nên đây là điều nên có.
    Không dùng khi: minh chứng được lập thành danh mục riêng kèm theo kế hoạch.
    """

    code = "I09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        missing = [index for index, item in subject.items if not item.evidence_outputs]
        hint = "Ghi sản phẩm sẽ có khi việc xong: biên bản, quyết định, kế hoạch, báo cáo, ảnh, số liệu…"
        if not missing:
            return
        if is_whole_table(missing, subject):
            none = len(missing) == len(subject.plan.items)
            message = (
                "Bảng kế hoạch không ghi sản phẩm, minh chứng sau thực hiện cho mục nào."
                if none
                else f"Phần lớn các mục không ghi sản phẩm, minh chứng sau thực hiện: {numbered(missing)}."
            )
            quote = subject.wording.columns[-1] if none and subject.wording.columns else None
            yield self.found(message, hint, Place("items", field="evidence_outputs", quote=quote))
            return
        for index in missing:
            message = f"{item_name(index, subject.plan.items[index])}: chưa ghi sản phẩm, minh chứng sau thực hiện."
            yield self.found_at(subject, index, "evidence_outputs", message, hint)
