"""The lines of a wrapped text with the traces that the columns left: leading blanks, missing empty lines, page tops."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

_URL = re.compile(r"^(?:https?://|www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. `lead`: leading blanks; `gaps`: blank-only lines before it; `tight`: no empty line before it."""

    text: str
    number: int
    raw: str
    lead: int = 0
    gaps: int = 0
    tight: bool = False
    page_top: bool = False

    @property
    def words(self) -> list[str]:
        return self.text.split()


def read_lines(raw: Sequence[str], first: int = 1) -> list[Line]:
    """The printed lines of `raw` in order, without empty lines and link targets."""
    found: list[Line] = []
    gaps, empty, fed = 0, True, False
    for number, text in enumerate(raw, start=first):
        fed = fed or "\f" in text
        body = unicodedata.normalize("NFC", text.replace("\f", "").replace("\u00a0", " ").rstrip("\r\n"))
        if not body.strip():
            empty, gaps = True, gaps + (1 if body else 0)
            continue
        squeezed = " ".join(body.split())
        if not _URL.match(squeezed):
            lead = len(body) - len(body.lstrip())
            found.append(Line(squeezed, number, body, lead, gaps, not empty, fed))
            gaps, empty, fed = 0, False, False
    return _page_tops(found)


def _page_tops(lines: list[Line]) -> list[Line]:
    """Where empty lines part all others, a line with a leading blank and no empty line before it opens a page."""
    spaced = sum(line.tight for line in lines) < 0.4 * len(lines)
    result = []
    for line in lines:
        top = line.page_top or (spaced and line.tight and line.lead > 0)
        lead = max(0, line.lead - 1) if top and line.lead else line.lead
        result.append(replace(line, page_top=top, lead=lead, tight=line.tight and spaced and not top))
    return result
