"""O01: nobody watches over the plan, or only those who carry it out."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.organisation_words import is_said, is_staff, is_team, monitors
from caitien.findings import Finding, Place, Severity


class NoMonitoring(Check):
    """Phần tổ chức thực hiện không có tổ giám sát, không giao ai theo dõi, kiểm tra việc thực hiện kế hoạch; hoặc chỉ
    có chính những người thực hiện.

    Vì sao: không ai theo dõi thì việc chậm, việc bỏ sót chỉ lộ ra vào cuối năm.
    Căn cứ: mẫu kế hoạch cải tiến có mục “Tổ Giám sát kế hoạch cải tiến chất lượng”; Điều 10 Thông tư 57/2026/TT-BGDĐT
    (hội đồng tự đánh giá theo dõi, ít nhất hai lần đánh giá trong năm).
    Không dùng khi: tổ giám sát đã được giao việc ở một quyết định được dẫn trong kế hoạch.
    """

    code = "O01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        parts = subject.plan.organisation
        hint = "Lập tổ giám sát (hoặc giao hội đồng tự đánh giá), ghi rõ theo dõi việc gì, khi nào, báo cáo ai."
        if not is_said(subject):
            if subject.plan.items:
                message = "Kế hoạch không có phần tổ chức thực hiện, nên không có ai được giao giám sát."
                yield self.found(message, hint, Place("organisation"))
            return
        if any(is_team(part) for part in parts) or _followed_up(subject):
            return
        watching = [part.party for part in parts if any(map(monitors, part.duties)) and not is_staff(part)]
        if watching:
            message = f"Không có tổ giám sát kế hoạch; việc theo dõi chỉ giao cho “{watching[0]}”."
            yield self.found(message, hint, Place("organisation", quote=watching[0]), severity=Severity.WARNING)
            return
        staff = next((duty for part in parts for duty in part.duties if monitors(duty)), None)
        only = f"; chỉ có những người thực hiện tự giám sát (“{staff.rstrip('.')}”)" if staff else ""
        message = f"Phần tổ chức thực hiện không có tổ giám sát, không giao ai theo dõi việc thực hiện kế hoạch{only}."
        yield self.found(message, hint, Place("organisation", quote=staff))


def _followed_up(subject: Subject) -> bool:
    """Whether reviews, a mechanism of follow-up or a sentence about a team stand in for the team."""
    said = [line.text for line in subject.wording.part("mechanism", "reviews") if not line.opens]
    return (
        bool(subject.plan.reviews)
        or any(map(monitors, said))
        or any("tổ giám sát" in line.text.casefold() for line in subject.wording.lines)
    )
