"""E03: a picture is described in words instead of shown."""

from collections.abc import Iterator

from caitien.checks.as_typed import found_raw
from caitien.checks.check import Check, Subject
from caitien.checks.mark_up import PICTURE
from caitien.checks.statements import statements
from caitien.findings import Finding


class DescribedPicture(Check):
    """Lời tả hình ảnh (chữ ký, con dấu, biểu trưng) nằm trong văn bản thay cho hình.

    Vì sao: đây là vết của phần mềm nhận dạng chữ; người đọc thấy câu tiếng Anh ở chỗ chữ ký.
    Căn cứ: thông lệ.
    Không dùng khi: văn bản cố ý chú thích hình, ví dụ dưới một biểu đồ.
    """

    code = "E03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        hint = "Xóa lời tả; chữ ký và con dấu chỉ có trên bản ký."
        raw = subject.wording.raw
        for match in PICTURE.finditer(raw):
            message = f"“{match[0]}” là lời tả hình ảnh, không phải nội dung kế hoạch."
            yield found_raw(self, subject, match.start(), message, hint, match[0])
        for line in statements(subject, "closing", "header") if not raw else ():
            for match in PICTURE.finditer(line.text):
                message = f"“{match[0]}” là lời tả hình ảnh, không phải nội dung kế hoạch."
                yield self.found_in(line, message, hint, quote=match[0])
