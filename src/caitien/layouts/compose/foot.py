"""The foot of a plan: closing sentence, recipients, and who signs as what."""

from caitien.blocks import Pair, Paragraph
from caitien.layouts.paper.foot import recipients, signature
from caitien.layouts.paper.texts import clean, paragraph
from caitien.plan import Plan


def closing(plan: Plan) -> tuple[Paragraph, ...]:
    text = clean(plan.closing)
    return (paragraph(text),) if text else ()


def foot(plan: Plan) -> Pair:
    """Recipients on the left, the signature on the right; where no signer is named, the head of such a school."""
    signatory = plan.signatory
    head = "Giám đốc" if plan.school.level == "continuing" else "Hiệu trưởng"
    office = " ".join((signatory.title or "").split()) if signatory else ""
    return Pair(recipients(plan.recipients), signature(office or head, signatory.name if signatory else None))
