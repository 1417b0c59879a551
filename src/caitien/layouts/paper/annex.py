"""What goes with a paper behind its signature, by Decree 30/2020/NĐ-CP, Annex I part III and form 2.1 of Annex III.

"Phụ lục" stands in a line of its own, with a Roman number where there are several; below it the title in capitals and
in brackets the paper that it goes with.
"""

from collections.abc import Iterator
from dataclasses import replace

from caitien.blocks import Block, Paragraph, Part, Picture, Style, Table
from caitien.layouts.paper.body import body
from caitien.layouts.paper.foot import ended
from caitien.layouts.paper.head import DOTS, day_said, number_text
from caitien.layouts.paper.model import Annex, Numbering, OfficialPaper
from caitien.layouts.paper.numbering import roman
from caitien.layouts.paper.texts import clean, paragraph


def annexes(paper: OfficialPaper) -> Iterator[Part]:
    """The annexes of a paper in their order."""
    for at, annex in enumerate(paper.annexes, 1):
        head = _head(annex, f"Phụ lục {roman(at)}" if len(paper.annexes) > 1 else "Phụ lục", paper)
        text = [_lying(block) if annex.landscape else block for block in body(annex.content, Numbering.PARTS)]
        yield Part((*head, *_ended(text)), annex.landscape)


def _ended(text: list[Block]) -> list[Block]:
    """With "./." behind a text. Tables and pictures end by themselves: below a full page the sign would stand alone."""
    last = text[-1] if text else None
    return ended(text) if isinstance(last, Paragraph) and last.style is not Style.CAPTION else text


def _head(annex: Annex, label: str, paper: OfficialPaper) -> Iterator[Paragraph]:
    yield paragraph(label, Style.ANNEX)
    if clean(annex.title):
        yield paragraph(annex.title.upper(), Style.ANNEX_TITLE)
    yield paragraph(f"({_goes_with(paper)})", Style.ANNEX_OF)


def _goes_with(paper: OfficialPaper) -> str:
    """ "Kèm theo Quyết định số 05/QĐ-THHM ngày 05 tháng 9 năm 2026 của Hiệu trưởng Trường …"."""
    number = "" if paper.number is None else f" số {number_text(clean(paper.number)) or DOTS}"
    kind = clean(paper.kind) or "Công văn"
    issuer = " ".join((clean(paper.authority) or clean(paper.unit)).split())
    return f"Kèm theo {kind}{number} {day_said(paper.signed_on)} của {issuer}"


def _lying(block: Block) -> Block:
    return replace(block, landscape=True) if isinstance(block, Table | Picture) else block
