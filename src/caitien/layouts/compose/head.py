"""The head of the document: who issues it, number, place and date; kind and subject."""

from caitien.blocks import Pair, Paragraph, Style
from caitien.layouts.compose.dates import number_text, place_and_date, years_text
from caitien.layouts.compose.texts import clean, paragraph
from caitien.plan import Plan

_SUBJECT = "Cải tiến chất lượng giáo dục"


def head(plan: Plan) -> Pair:
    """The two columns over the title. Bodies bear the names that the plan gives them, also those of its day."""
    left = [
        paragraph(text.upper(), style)
        for text, style in (
            (clean(plan.school.governing_body), Style.GOVERNING_BODY),
            (clean(plan.school.name), Style.SCHOOL),
        )
        if text
    ]
    number = number_text(clean(plan.document.number)) or "…"
    right = (
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style.NATION),
        paragraph("Độc lập - Tự do - Hạnh phúc", Style.MOTTO),
        paragraph(place_and_date(plan), Style.PLACE_DATE),
    )
    return Pair((*left, paragraph(f"Số: {number}", Style.NUMBER)), right)


def subject_text(plan: Plan) -> str:
    """ "Cải tiến chất lượng giáo dục năm học 2026 - 2027"."""
    subject = " ".join(clean(plan.document.subject).split()) or _SUBJECT
    return f"{subject} {years_text(plan.document)}".strip()


def title(plan: Plan) -> tuple[Paragraph, ...]:
    return paragraph("KẾ HOẠCH", Style.KIND), paragraph(subject_text(plan), Style.SUBJECT)
