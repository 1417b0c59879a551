"""The visible marks of a converted plan: where a text comes from, what the school must decide or look up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from caitien.blocks import Block, Document, Paragraph, Style
from caitien.frameworks.successors import crosswalk_source
from caitien.plan import Plan, from_json, to_json

DECIDE, ORIGIN, VERIFY = "Cần quyết định", "Nguồn", "Cần đối chiếu"
# What the new form asks for and the old plan does not tell.
MISSING = {
    "improvement": "nội dung cải tiến",
    "target_result": "mục tiêu, kết quả cần đạt",
    "solution": "hoạt động, giải pháp",
    "indicators": "chỉ số đánh giá kết quả",
    "owner_text": "ai chủ trì, ai phối hợp",
    "time_text": "thời gian thực hiện",
    "resources": "nguồn lực bảo đảm",
    "evidence_outputs": "minh chứng dự kiến",
    "progress": "đã thực hiện đến đâu",
    "current_state": "hiện trạng theo tiêu chí mới",
    "limitation": "điểm hạn chế",
    "cause": "nguyên nhân của hạn chế",
}


def decide(what: str) -> str:
    """ "[Cần quyết định: …]"."""
    return f"[{DECIDE}: {what}]"


def origin(what: str) -> str:
    """ "[Nguồn: …]"."""
    return f"[{ORIGIN}: {what}]"


def missing(field: str) -> str:
    """The mark in the place of a text that nobody has written yet."""
    return decide(MISSING[field])


def verify(what: str) -> str:
    """ "[Cần đối chiếu: …]"."""
    return f"[{VERIFY}: {what}]"


def lines(*texts: str | None) -> str | None:
    """The texts as lines of one cell; None where all are empty."""
    return "\n".join(text for text in texts if text) or None


def decisions_in(document: Document) -> int:
    """How many marks in the document wait for a decision or for being looked up."""
    return sum(text.count(f"[{mark}:") for text in document.texts() for mark in (DECIDE, VERIFY))


def open_questions(plan: Plan) -> Plan:
    """The plan for whoever keeps the old one beside it and sees what is empty: only what is to be decided is marked.

    Marks of origin go, and marks that stand in the place of a text.
    """
    idle = re.compile("|".join([rf"\[{ORIGIN}:[^\[\]]*\]", *(re.escape(missing(field)) for field in MISSING)]))
    return from_json(_without(to_json(plan), idle))


def _without(value: Any, idle: re.Pattern[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(one, idle) for key, one in value.items()}
    if isinstance(value, list):
        return [kept for one in value if (kept := _without(one, idle)) is not None or one is None]
    if isinstance(value, str) and idle.search(value):
        return lines(*(idle.sub("", line).strip() for line in value.split("\n")))
    return value


def marked(document: Document, unverified: Sequence[str] = ()) -> Document:
    """The document with a note under its title: that it is a draft, how much is open, what the proposal rests on.

    `unverified`: the documents whose title and day it has from a registry entry that nobody held beside the original.
    """
    looked_up = f"Tên, ngày của {', '.join(unverified)} chưa đối chiếu văn bản gốc. " if unverified else ""
    text = (
        f"Bản dự thảo chuyển từ kế hoạch cũ, chưa ban hành được: còn {decisions_in(document)} chỗ ghi "
        f"“[{DECIDE}: …]” hoặc “[{VERIFY}: …]”; tìm từng chỗ, quyết định rồi xóa dấu. {looked_up}{crosswalk_source()}"
    )
    titles = [at for at, block in enumerate(document.blocks) if _is_title(block)]
    after = titles[-1] + 1 if titles else 0
    note = Paragraph(text, style=Style.NOTE)
    return replace(document, blocks=(*document.blocks[:after], note, *document.blocks[after:]))


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in (Style.KIND, Style.SUBJECT)
