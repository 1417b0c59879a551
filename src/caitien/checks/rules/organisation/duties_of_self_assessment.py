"""O03: the duties of head and council are those of the self-assessment."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, shortened
from caitien.checks.organisation_words import is_council, is_head, position_of
from caitien.checks.remembered import remembered
from caitien.findings import Finding, Place
from caitien.vietnamese.fold import fold

# Names that hold the words without being about them.
_NAMES = re.compile(r"\b(?:hoi dong|hd|chu tich)\s+(?:tu danh gia|tdg)\b(?: \(tdg\))?")
_SELF = re.compile(
    r"\btu danh gia\b|\btdg\b|(?:nghien cuu|doi chieu).{0,40}tieu chuan|(?:thu thap|ra soat|xu ly).{0,30}minh chung"
    r"|muc do dat duoc"
)
_IMPROVES = re.compile(r"\bcai tien|thuc hien ke hoach|tien do|dieu chinh|giam sat|khac phuc")


class DutiesOfSelfAssessment(Check):
    """Nhiệm vụ của hiệu trưởng và hội đồng phần lớn là việc tự đánh giá (thu thập minh chứng, viết báo cáo…),
    chép từ kế hoạch tự đánh giá, không phải việc thực hiện kế hoạch cải tiến.

    Vì sao: việc cải tiến vì thế không có ai được giao.
    Căn cứ: tên phần “Tổ chức thực hiện” của kế hoạch cải tiến; việc tự đánh giá có kế hoạch riêng.
    Không dùng khi: nhà trường làm một kế hoạch chung cho cả tự đánh giá và cải tiến.
    """

    code = "O03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        duties = [
            duty for part in subject.plan.organisation if is_head(part) or is_council(part) for duty in part.duties
        ]
        strange = [duty for duty in duties if _is_self_assessment(duty)]
        if len(strange) >= 2 and 2 * len(strange) >= len(duties):
            words = shortened(strange[0], 90)
            message = (
                f"{len(strange)} trên {len(duties)} nhiệm vụ của hiệu trưởng và hội đồng là việc tự đánh giá,"
                f" không phải việc cải tiến, ví dụ “{words}”."
            )
            hint = "Viết lại nhiệm vụ theo việc thực hiện kế hoạch: giao việc, theo dõi tiến độ, báo cáo, điều chỉnh."
            place = Place("organisation", quote=words)
            yield self.found(message, hint, place, position=position_of(subject, strange[0]))


@remembered
def _is_self_assessment(duty: str) -> bool:
    plain = _NAMES.sub(" ", fold(duty))
    selfs, improves = len(_SELF.findall(plain)), len(_IMPROVES.findall(plain))
    return selfs > improves
