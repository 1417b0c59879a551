"""The foot of every official document: "./.", recipients, who signs as what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caitien.blocks import Block, Paragraph, Style
from caitien.layouts.paper.texts import clean, listed, paragraph
from caitien.vietnamese.fold import fold

_END = "./."


def ended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the sign of the end behind the last paragraph of the text."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or last.style is Style.CAPTION:
        return [*blocks, paragraph(_END)]
    return [*blocks[:-1], replace(last, text=last.text.rstrip(" ./;,") + _END)]


def recipients(given: Sequence[str]) -> tuple[Paragraph, ...]:
    """ "Nơi nhận:" and a line for each recipient, the archive last, as the decree has it."""
    texts = [text for one in given if (text := clean(one).lstrip("- ").rstrip(" ;.,"))]
    archive = [text for text in texts if re.match(r"luu\b", fold(text))]
    lines = [text for text in texts if text not in archive] + (archive or ["Lưu: VT"])
    title = paragraph("Nơi nhận:", Style.RECIPIENTS_TITLE)
    return (title, *(paragraph(f"- {text}", Style.RECIPIENT) for text in listed(lines)))


def signature(office: str, name: str | None) -> tuple[Paragraph, ...]:
    """The signer's office in the decree's lines and, below the room for the signature, the name."""
    titles = [paragraph(line, Style.SIGNER_TITLE) for line in title_lines(office)]
    signer = clean(name)
    return (*titles, *([paragraph(signer, Style.SIGNER_NAME)] if signer else ()))


def title_lines(title: str) -> list[str]:
    """The signer's title in the decree's lines: a deputy signs for the head, a council's chairman for the council.

    A title of several lines stands as it is.
    """
    lines = [" ".join(line.split()).upper() for line in clean(title).split("\n")]
    if len(lines) > 1:
        return [line for line in lines if line]
    text = re.sub(r"^QUYỀN (?=HIỆU|GIÁM)", "Q. ", lines[0])
    if match := re.fullmatch(r"(?:KT\.? .+ )?(PHÓ (HIỆU TRƯỞNG|GIÁM ĐỐC).*)", text):
        return [f"KT. {match[2]}", match[1]]
    if match := re.fullmatch(r"CHỦ TỊCH (HỘI ĐỒNG .+)", text):
        return [f"TM. {match[1]}", "CHỦ TỊCH"]
    if match := re.fullmatch(r"((?:KT|TM|TL|TUQ)\. .+?) ((?:PHÓ |CHỦ TỊCH|HIỆU TRƯỞNG|GIÁM ĐỐC|TRƯỞNG ).*)", text):
        return [match[1], match[2]]
    return [text] if text else []
