"""The notice that a plan is public: where it is read, with the QR code, to be signed and put up."""

from caitien import write_paper
from caitien.layouts.paper import OfficialPaper, Picture, Signature, Text
from caitien_web.plans.models import SchoolPlan
from caitien_web.ui.vn import day


def public_notice(plan: SchoolPlan, address: str, qr_svg: str, suffix: str) -> bytes:
    """The notice as the bytes of a file of this ending; number and day are filled in by hand."""
    unit = plan.unit
    paper = OfficialPaper(
        kind="Thông báo",
        subject=f"Công khai Kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        unit=unit.name,
        governing_body=unit.governing_body,
        place=unit.place,
        content=(
            Text(
                f"{unit.name} thông báo công khai Kế hoạch cải tiến chất lượng giáo dục {plan.period_words}, "
                f"số {plan.number} ngày {day(plan.signed_on)}."
            ),
            Text(f"Kế hoạch được đăng tại địa chỉ: {address}"),
            Picture(qr_svg, f"Mã QR dẫn đến {address}", "Quét mã để đọc kế hoạch", width=45),
            Text(
                "Cán bộ, giáo viên, nhân viên, học sinh, cha mẹ học sinh và nhân dân có ý kiến "
                "xin gửi về văn phòng nhà trường."
            ),
        ),
        recipients=("Niêm yết tại bảng tin", "Ban đại diện CMHS", "Lưu: VT"),
        signature=Signature(plan.signatory_title or "Hiệu trưởng", plan.signatory_name),
    )
    return write_paper(paper, suffix)
