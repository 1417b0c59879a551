"""The head of a plan: who issues it, number, place and date; kind and subject."""

from caitien.blocks import Pair, Paragraph, Style
from caitien.layouts.compose.dates import place_and_date, years_text
from caitien.layouts.paper import head as paper
from caitien.layouts.paper.texts import clean, paragraph
from caitien.plan import Plan

_SUBJECT = "Cải tiến chất lượng giáo dục"


def head(plan: Plan) -> Pair:
    """The two columns over the title. Bodies bear the names that the plan gives them, also those of its day."""
    school = plan.school
    return paper.head(school.governing_body or "", school.name or "", plan.document.number or "", place_and_date(plan))


def subject_text(plan: Plan) -> str:
    """ "Cải tiến chất lượng giáo dục năm học 2026 - 2027"."""
    subject = " ".join(clean(plan.document.subject).split()) or _SUBJECT
    return f"{subject} {years_text(plan.document)}".strip()


def title(plan: Plan) -> tuple[Paragraph, ...]:
    return paragraph("KẾ HOẠCH", Style.KIND), paragraph(subject_text(plan), Style.SUBJECT)
