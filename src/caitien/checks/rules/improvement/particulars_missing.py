"""T08: the general information of Biểu 2 lacks the kind of ownership or the address of the school."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.yearly_plan import NOT_VERIFIED, demands
from caitien.findings import Finding, Place

_NAMES = {"ownership": "loại hình", "address": "địa chỉ"}


class ParticularsMissing(Check):
    """Mục Thông tin chung của Biểu 2 chưa có loại hình hoặc địa chỉ của trường.

    Vì sao: chỗ trống của mẫu được in ra thành dấu ba chấm trong văn bản ban hành.
    Căn cứ: Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT (mục I Thông tin chung; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: nhà trường điền tay mục này trên bản in.
    """

    code = "T08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        school = subject.plan.school
        missing = [words for name, words in _NAMES.items() if not getattr(school, name)]
        if missing and subject.plan.framework in demands()["editions"]:
            message = f"Thông tin chung chưa ghi {' và '.join(missing)} của trường."
            hint = (
                "Ghi “Loại hình: Công lập (hoặc dân lập, tư thục)” và địa chỉ ở mục I; trên trang web, ghi ở Thông tin "
                f"đơn vị. Biểu 2 Thông tư 57/2026/TT-BGDĐT có hai dòng này, {NOT_VERIFIED}."
            )
            yield self.found(message, hint, Place("header"))
