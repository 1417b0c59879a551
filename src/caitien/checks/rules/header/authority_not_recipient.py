"""H10: no authority stands among the recipients."""

from collections.abc import Iterator

from caitien.checks.authorities import is_authority
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place


class AuthorityNotRecipient(Check):
    """Nơi nhận không có cơ quan quản lý cấp trên (UBND xã, phường; Sở GDĐT …), hoặc không có phần Nơi nhận.

    Vì sao: kế hoạch cải tiến chất lượng là căn cứ để cơ quan quản lý theo dõi, nên phải được gửi báo cáo.
    Căn cứ: hướng dẫn tự đánh giá 5932/BGDĐT-QLCL, 5942/BGDĐT-QLCL (báo cáo cơ quan quản lý trực tiếp); Nghị định
    30/2020/NĐ-CP, Phụ lục I (nơi nhận để báo cáo).
    Không dùng khi: kế hoạch được gửi kèm một công văn báo cáo riêng.
    """

    code = "H10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        recipients = subject.plan.recipients
        if any(is_authority(recipient) for recipient in recipients):
            return
        hint = "Thêm cơ quan quản lý trực tiếp vào Nơi nhận, ghi “(để báo cáo)”."
        if recipients:
            shown = "; ".join(recipients)
            message = f"Nơi nhận không có cơ quan quản lý cấp trên: “{shown}”."
            yield self.found(message, hint, Place("closing", quote=recipients[0]))
        elif subject.wording.lines:
            yield self.found("Kế hoạch không có phần Nơi nhận.", hint, Place("closing"))
