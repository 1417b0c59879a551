"""The report of a consultation as an official paper: each comment, its answer, and the counts."""

from collections import Counter

from caitien import write_paper
from caitien.layouts.paper import Column, Grid, Numbering, OfficialPaper, Section, Text
from caitien_web.plans.models import Comment, SchoolPlan
from caitien_web.plans.queries.comments import Consultation

_COLUMNS = (
    Column("TT", 0.4),
    Column("Nội dung góp ý", 3),
    Column("Về mục", 1.2),
    Column("Người góp ý", 1.2),
    Column("Tiếp thu, giải trình", 3),
)


def consultation_paper(plan: SchoolPlan, consultation: Consultation, suffix: str) -> bytes:
    """The paper as the bytes of a file of this ending."""
    unit = plan.unit
    paper = OfficialPaper(
        kind="Bản tổng hợp",
        subject=f"Ý kiến góp ý dự thảo Kế hoạch cải tiến chất lượng giáo dục {plan.period_words}",
        unit=unit.name,
        governing_body=unit.governing_body,
        number=None,
        place=unit.place,
        numbering=Numbering.PARTS,
        content=(
            Section("Tình hình góp ý", (Text(_counts(consultation)),)),
            Section("Nội dung góp ý và tiếp thu, giải trình", (_grid(consultation),)),
        ),
    )
    return write_paper(paper, suffix)


def _counts(consultation: Consultation) -> str:
    told = Counter(person_of(comment) for comment in consultation.comments)
    return (
        f"Đã nhận {len(consultation.comments)} ý kiến của {len(told)} người; tiếp thu {consultation.taken_up} ý kiến, "
        f"không tiếp thu {consultation.not_taken_up} ý kiến, chưa trả lời {consultation.open} ý kiến."
    )


def _grid(consultation: Consultation) -> Grid:
    rows = tuple(
        (str(number), comment.text, about(comment), person_of(comment), answer_of(comment))
        for number, comment in enumerate(consultation.comments, 1)
    )
    return Grid(_COLUMNS, rows, landscape=True)


def about(comment: Comment) -> str:
    """What a comment is about, in two words."""
    if comment.item is None:
        return "Cả kế hoạch"
    return f"Tiêu chí {comment.item.criterion}" if comment.item.criterion else "Một mục"


def person_of(comment: Comment) -> str:
    """Who commented, with the duty where it is known."""
    person = comment.by.person
    return f"{person.full_name}, {person.duty}" if person and person.duty else str(comment.by)


def answer_of(comment: Comment) -> str:
    """The answer as one text: "Tiếp thu. Đã thêm kinh phí."."""
    if comment.answered_at is None:
        return "Chưa trả lời"
    return f"{'Tiếp thu' if comment.taken_up else 'Không tiếp thu'}. {comment.answer}".strip()
