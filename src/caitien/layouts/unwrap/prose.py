"""Paragraphs from the wrapped lines of running text."""

import re
from collections.abc import Iterable

from caitien.blocks import Paragraph
from caitien.findings import Position

from .lines import Line
from .widths import times_width

_OPENING = re.compile(
    r"^(?:[-–+*•·▪]\s*\S|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)/]\s*\D|\d{1,2}\.\d{1,2}\.?\s+\D"
    r"|[IVX]{1,5}\s*[.)]\s*\S|[a-zđ]\)\s*"
    r"|căn cứ\b|nơi nhận\b|trên đây là\b|tiêu chí\s*\d|tiêu chuẩn\s*\d|điều\s+\d+\."
    r"|năm học\s*:?\s*\d{4}\s*[-–]\s*\d{4}$)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\S(\s{6,})\S")
_GLUED = re.compile(r"[A-ZĐ][-/]$")
_GENITIVE = re.compile(r"^căn cứ\b", re.IGNORECASE)


def paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Wrapped lines joined to paragraphs; a line of a left and a right text gives two."""
    rows = list(lines)
    full = _full_width(rows)
    result: list[Paragraph] = []
    current: list[Line] = []
    for line in rows:
        parts = _parts(line.raw)
        if current and (len(parts) > 1 or _begins(current, line, full)):
            result.append(_paragraph(current))
            current = []
        if len(parts) > 1:
            result.extend(Paragraph(part, position=Position(line=line.number)) for part in parts)
        else:
            current.append(line)
    if current:
        result.append(_paragraph(current))
    return result


def join_lines(texts: Iterable[str]) -> str:
    """Lines joined by one blank; a document number cut after its dash ("TT-" + "BGDĐT") without."""
    joined = ""
    for text in texts:
        glue = "" if not joined or (_GLUED.search(joined) and text[:1].isupper()) else " "
        joined += glue + text
    return joined


def _full_width(lines: list[Line]) -> float:
    """The width that lines were wrapped at; that of the longest line where they were not wrapped at all."""
    widths = sorted(times_width(line.text) for line in lines)
    usual = widths[int(0.9 * (len(widths) - 1))] if widths else 0.0
    return widths[-1] if widths and usual < 0.85 * widths[-1] else usual


def _parts(raw: str) -> list[str]:
    """The texts of a line that holds a left and a right column."""
    gap = _PARTED.search(raw.strip())
    if not gap:
        return [" ".join(raw.split())]
    body = raw.strip()
    return [" ".join(body[: gap.start(1)].split()), *_parts(body[gap.end(1) :])]


def _begins(current: list[Line], line: Line, full: float) -> bool:
    """Whether `line` opens a paragraph after `current`."""
    last = current[-1].text
    if _GLUED.search(last):
        return False
    if _is_capitals(last) != _is_capitals(line.text) and (_is_capitals(last) or not last.endswith(("-", ","))):
        return True
    if _is_capitals(line.text):
        return not re.match(r"^[IVX]{1,5}\s*[.)]", current[0].text) or bool(_OPENING.match(line.text))
    opens_large = line.text[:1].isupper() or line.text[:1] in '“"('
    ended = last.endswith((".", ";", ":", "!", "?", "./."))
    fits = times_width(f"{last} {line.words[0]}") < (0.98 if ended and opens_large else 0.93) * full
    if _OPENING.match(line.text):
        return fits or ended or not _continues(last)
    if last.endswith(";") and line.text[:1].isupper():
        return True  # a semicolon before a capital parts the points of a list, however full the line is
    return fits and (opens_large or ended)


def _continues(last: str) -> bool:
    words = last.lower().split()
    return bool(words) and (last.endswith(",") or words[-1] in {"và", "của", "theo", "tại", "về", "với", "số", "các"})


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(join_lines(line.text for line in lines), position=Position(line=lines[0].number))
