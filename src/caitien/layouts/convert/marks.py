"""The visible marks of a converted plan: where a text comes from, what the school must decide or look up."""

from dataclasses import replace

from caitien.blocks import Block, Document, Paragraph, Style
from caitien.frameworks.successors import crosswalk_source

DECIDE, ORIGIN, VERIFY = "Cần quyết định", "Nguồn", "Cần đối chiếu"


def decide(what: str) -> str:
    """ "[Cần quyết định: …]"."""
    return f"[{DECIDE}: {what}]"


def origin(what: str) -> str:
    """ "[Nguồn: …]"."""
    return f"[{ORIGIN}: {what}]"


def verify(what: str) -> str:
    """ "[Cần đối chiếu: …]"."""
    return f"[{VERIFY}: {what}]"


def lines(*texts: str | None) -> str | None:
    """The texts as lines of one cell; None where all are empty."""
    return "\n".join(text for text in texts if text) or None


def decisions_in(document: Document) -> int:
    """How many marks in the document wait for a decision or for being looked up."""
    return sum(text.count(f"[{mark}:") for text in document.texts() for mark in (DECIDE, VERIFY))


def marked(document: Document) -> Document:
    """The document with a note under its title: that it is a draft, how much is open, what the proposal rests on."""
    text = (
        f"Bản dự thảo chuyển từ kế hoạch cũ, chưa ban hành được: còn {decisions_in(document)} chỗ ghi "
        f"“[{DECIDE}: …]” hoặc “[{VERIFY}: …]”; tìm từng chỗ, quyết định rồi xóa dấu. {crosswalk_source()}"
    )
    titles = [at for at, block in enumerate(document.blocks) if _is_title(block)]
    after = titles[-1] + 1 if titles else 0
    note = Paragraph(text, style=Style.NOTE)
    return replace(document, blocks=(*document.blocks[:after], note, *document.blocks[after:]))


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in (Style.KIND, Style.SUBJECT)
