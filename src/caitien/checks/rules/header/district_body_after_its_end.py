"""H15: the governing body or a recipient belongs to the district level, which had ended when the plan was issued."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place
from caitien.laws.administration import district_body_in, district_level_ended_on
from caitien.vietnamese.dates import say_day


class DistrictBodyAfterItsEnd(Check):
    """Cơ quan chủ quản hoặc nơi nhận thuộc cấp huyện (UBND huyện, Phòng GDĐT) trong kế hoạch ban hành sau khi
    cấp huyện kết thúc.

    Vì sao: từ 01/7/2025 không còn cơ quan cấp huyện; văn bản ghi như vậy là chép mẫu cũ và không đến được nơi nào.
    Căn cứ: mô hình chính quyền địa phương hai cấp từ 01/7/2025; Nghị định 142/2025/NĐ-CP, 143/2025/NĐ-CP
    chuyển nhiệm vụ.
    Không dùng khi: văn bản nhắc lại tên cũ của cơ quan trong một văn bản đã ban hành trước đó.
    """

    code = "H15"

    def run(self, subject: Subject) -> Iterator[Finding]:
        ended = district_level_ended_on()
        if subject.on is None or subject.on < ended:
            return
        when = say_day(ended)
        hint = "Ghi UBND xã (phường, đặc khu) hoặc Sở GDĐT đang quản lý trường."
        body = subject.plan.school.governing_body
        if body and district_body_in(body):
            message = f"Cơ quan chủ quản “{body}” thuộc cấp huyện, đã kết thúc hoạt động từ {when}."
            yield self.found(message, hint, Place("header", field="governing_body", quote=body))
        for recipient in subject.plan.recipients:
            if named := district_body_in(recipient):
                message = f"Nơi nhận “{named}” thuộc cấp huyện, đã kết thúc hoạt động từ {when}."
                yield self.found(message, hint, Place("closing", quote=recipient))
