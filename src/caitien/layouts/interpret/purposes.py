"""The purposes and requirements of a plan, one text each."""

import re

from caitien.layouts.interpret.lines import Line
from caitien.vietnamese.fold import fold

_SUBTITLE = re.compile(r"(ve )?(muc dich|yeu cau|muc tieu)( chung| cu the)?")
_LEAD_IN = re.compile(r".{0,120}(nhu sau|sau day|cu the|nham)\s*:")


def purposes_in(lines: list[Line]) -> tuple[str, ...]:
    """The paragraphs of the part, without numbers, dashes and the sub-headings "1. Mục đích", "2. Yêu cầu"."""
    texts = []
    for line in lines:
        plain = fold(line.text).strip(" .:;")
        if _SUBTITLE.fullmatch(plain) or _LEAD_IN.fullmatch(fold(line.text)) or re.match(r"https?://", line.text):
            continue
        texts.append(line.text)
    return tuple(texts)
