"""Marks of a draft inside a text: “[Cần quyết định: …]”, “[Cần đối chiếu: …]”, “[Nguồn: …]”, made by `layouts.convert`.

Writers make open decisions stand out, so that a draft is not taken for a finished document; the checker holds it back.
"""

import re

__all__ = ["DRAFT_MARK", "OPEN_MARK", "without_marks"]

OPEN_MARK = re.compile(r"(\[Cần (?:quyết định|đối chiếu)\b[^\[\]]*\])")
DRAFT_MARK = re.compile(r"\[(?:Cần quyết định|Cần đối chiếu|Nguồn):[^\[\]]*\]")


def without_marks(text: str) -> str:
    """The text without the draft's marks, and without the lines and blanks that only they had filled."""
    kept = [line if not DRAFT_MARK.search(line) else _bare(line) for line in text.split("\n")]
    return "\n".join(line for line in kept if line is not None)


def _bare(line: str) -> str | None:
    """A line without its marks; None where nothing else stood in it."""
    return re.sub(r" {2,}", " ", DRAFT_MARK.sub("", line)).strip() or None
