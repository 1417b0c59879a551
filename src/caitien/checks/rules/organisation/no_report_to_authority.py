"""O06: the results are reported to no authority."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.organisation_words import is_said, position_of, texts_of
from caitien.checks.remembered import remembered
from caitien.findings import Finding, Place
from caitien.vietnamese.fold import fold

_BODY = (
    r"(?:phong (?:gd\w*|giao duc|van hoa|vh\w*)|pgd\w*|so (?:gd\w*|giao duc)|sgd\w*|ubnd|uy ban nhan dan|cap tren"
    r"|cap co tham quyen|co quan quan ly|co quan chu quan|cac cap|cap quan ly|dang uy|don vi chu quan"
    r"|lanh dao (?:xa|phuong|cap|dia phuong))"
)
_REPORTS = re.compile(
    rf"\bbao cao\b.{{0,90}}\b{_BODY}\b|\b(?:gui|nop|trinh|voi|len)\b.{{0,40}}\b{_BODY}\b.{{0,60}}\bbao cao\b"
)
_INSIDE = re.compile(
    r"\bbao cao\b.{0,60}\b(?:hieu truong|giam doc|chu tich|hoi dong|lanh dao|ban giam hieu|nha truong)\b"
)
_ANY_REPORT = re.compile(r"\bbao cao\b(?! tu danh gia)")


class NoReportToAuthority(Check):
    """Phần tổ chức thực hiện không nói báo cáo kết quả thực hiện kế hoạch lên cơ quan quản lý.

    Vì sao: cơ quan quản lý nhận kế hoạch mà không biết kết quả; nhà trường cũng thiếu căn cứ để đề nghị hỗ trợ.
    Căn cứ: trách nhiệm chung của nhà trường với cơ quan quản lý trực tiếp; điều khoản cụ thể cần đối chiếu.
    Không dùng khi: kết quả được báo cáo chung trong báo cáo năm học và kế hoạch có nói rõ.
    """

    code = "O06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not is_said(subject) or any(map(_reports, texts_of(subject))):
            return
        duties = (duty for part in subject.plan.organisation for duty in part.duties)
        inside = next((duty for duty in duties if _tells_of_report(duty)), None)
        where = (
            "báo cáo chỉ trong trường"
            if inside and _INSIDE.search(fold(inside))
            else "có báo cáo nhưng không rõ gửi ai"
        )
        only = f"; {where} (“{inside.rstrip('.')}”)" if inside and len(inside) <= 120 else ""
        message = f"Phần tổ chức thực hiện không nói báo cáo kết quả lên cơ quan quản lý{only}."
        hint = "Thêm: cuối học kỳ, cuối năm học báo cáo kết quả thực hiện kế hoạch cho cơ quan quản lý trực tiếp."
        position = position_of(subject, inside) if inside else None
        yield self.found(message, hint, Place("organisation", quote=inside), position=position)


@remembered
def _reports(text: str) -> bool:
    """Whether a text says that an authority is reported to."""
    return bool(_REPORTS.search(fold(text)))


@remembered
def _tells_of_report(duty: str) -> bool:
    return bool(_ANY_REPORT.search(fold(duty)))
