"""The foot: closing sentence with "./.", recipients, and who signs as what."""

import re
from dataclasses import replace

from caitien.blocks import Block, Pair, Paragraph, Style
from caitien.layouts.compose.texts import clean, listed, paragraph
from caitien.plan import Plan
from caitien.vietnamese.fold import fold

_END = "./."


def closing(plan: Plan) -> tuple[Paragraph, ...]:
    text = clean(plan.closing)
    return (paragraph(text),) if text else ()


def ended(blocks: list[Block]) -> list[Block]:
    """The blocks with the sign of the end behind the last paragraph of the text."""
    last = blocks[-1]
    if not isinstance(last, Paragraph):
        return [*blocks, paragraph(_END)]
    return [*blocks[:-1], replace(last, text=last.text.rstrip(" ./;,") + _END)]


def foot(plan: Plan) -> Pair:
    """Recipients on the left, the signature on the right."""
    recipients = _recipients(plan)
    lines = (paragraph(f"- {text}", Style.RECIPIENT) for text in listed(recipients))
    return Pair((paragraph("Nơi nhận:", Style.RECIPIENTS_TITLE), *lines), _signature(plan))


def _recipients(plan: Plan) -> list[str]:
    """The recipients, the archive last, as the decree has it."""
    texts = [text for one in plan.recipients if (text := clean(one).rstrip(" ;.,"))]
    archive = [text for text in texts if re.match(r"luu\b", fold(text))]
    return [text for text in texts if text not in archive] + (archive or ["Lưu: VT"])


def _signature(plan: Plan) -> tuple[Paragraph, ...]:
    """Where the plan names no signer, the head of such a school."""
    signatory = plan.signatory
    head = "Giám đốc" if plan.school.level == "continuing" else "Hiệu trưởng"
    title = signatory.title if signatory and signatory.title else head
    titles = [paragraph(line, Style.SIGNER_TITLE) for line in title_lines(title)]
    name = clean(signatory.name) if signatory else ""
    return (*titles, *([paragraph(name, Style.SIGNER_NAME)] if name else ()))


def title_lines(title: str) -> list[str]:
    """The signer's title in the decree's lines: a deputy signs for the head, a council's chairman for the council."""
    text = re.sub(r"^QUYỀN (?=HIỆU|GIÁM)", "Q. ", " ".join(clean(title).split()).upper())
    if match := re.fullmatch(r"(?:KT\.? .+ )?(PHÓ (HIỆU TRƯỞNG|GIÁM ĐỐC).*)", text):
        return [f"KT. {match[2]}", match[1]]
    if match := re.fullmatch(r"CHỦ TỊCH (HỘI ĐỒNG .+)", text):
        return [f"TM. {match[1]}", "CHỦ TỊCH"]
    if match := re.fullmatch(r"((?:KT|TM|TL|TUQ)\. .+?) ((?:PHÓ |CHỦ TỊCH|HIỆU TRƯỞNG|GIÁM ĐỐC|TRƯỞNG ).*)", text):
        return [match[1], match[2]]
    return [text] if text else []
