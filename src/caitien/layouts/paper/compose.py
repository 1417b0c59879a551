"""Paper → blocks, in the order and the looks of Decree 30/2020/NĐ-CP, Annex I."""

from collections.abc import Iterator

from caitien.blocks import Block, Document, Pair, Paragraph, Style
from caitien.layouts.paper.annex import annexes
from caitien.layouts.paper.body import body
from caitien.layouts.paper.foot import ended, recipients, signature
from caitien.layouts.paper.head import head, place_and_day
from caitien.layouts.paper.model import OfficialPaper, Signature
from caitien.layouts.paper.texts import clean, first_lowered, listed, paragraph

__all__ = ["compose_paper"]


def compose_paper(paper: OfficialPaper) -> Document:
    """The paper as a document for `formats.write_document`. Parts that it does not name are left out."""
    text = list(_text(paper))
    blocks = [_head(paper), *_title(paper), *(ended(text) if _is_issued(paper) else text), *_foot(paper)]
    return Document(tuple(blocks), "paper", title=_file_title(paper), annexes=tuple(annexes(paper)))


def _is_issued(paper: OfficialPaper) -> bool:
    """A sheet without number, recipients and signature is only hung up: "./." closes what somebody signs."""
    return paper.number is not None or bool(paper.recipients or paper.signature)


def _head(paper: OfficialPaper) -> Pair:
    regarding = "" if clean(paper.kind) else first_lowered(clean(paper.subject))
    place_date = place_and_day(paper.place, paper.signed_on) if paper.dated else ""
    return head(paper.governing_body, paper.unit, paper.number, place_date, regarding)


def _title(paper: OfficialPaper) -> Iterator[Paragraph]:
    """Kind and subject; a letter has neither, its subject stands below its number."""
    if clean(paper.kind):
        yield paragraph(paper.kind.upper(), Style.KIND)
        if clean(paper.subject):
            yield paragraph(paper.subject, Style.SUBJECT)


def _file_title(paper: OfficialPaper) -> str:
    said = f"{clean(paper.kind)} {first_lowered(clean(paper.subject))}" if clean(paper.kind) else clean(paper.subject)
    return " ".join((clean(paper.title) or said).split())


def _text(paper: OfficialPaper) -> Iterator[Block]:
    """All between title and foot."""
    yield from _addressees(paper.addressees)
    if clean(paper.authority):
        yield paragraph(paper.authority.upper(), Style.AUTHORITY)
    yield from (paragraph(text, Style.BASIS) for text in listed(paper.bases))
    if clean(paper.resolves):
        yield paragraph(f"{clean(paper.resolves).rstrip(' :').upper()}:", Style.AUTHORITY)
    yield from body(paper.content, paper.numbering)
    if clean(paper.closing):
        yield paragraph(paper.closing)


def _addressees(given: tuple[str, ...]) -> Iterator[Paragraph]:
    """ "Kính gửi: …" in one line, or in a line for each."""
    texts = [text for one in given if (text := clean(one))]
    if len(texts) == 1:
        yield paragraph(f"Kính gửi: {texts[0]}", Style.ADDRESSEE)
    elif texts:
        yield paragraph("\n".join(("Kính gửi:", *(f"- {text}" for text in listed(texts)))), Style.ADDRESSEE)


def _foot(paper: OfficialPaper) -> Iterator[Pair]:
    """Recipients on the left and the signature on the right; with two signatures the recipients below them."""
    to = recipients(paper.recipients) if paper.recipients else ()
    if paper.second:
        yield Pair(_signed(paper.second), _signed(paper.signature))
        if to:
            yield Pair(to, ())
    elif to or paper.signature:
        yield Pair(to, _signed(paper.signature))


def _signed(given: Signature | None) -> tuple[Paragraph, ...]:
    return signature(given.office, given.name) if given else ()
