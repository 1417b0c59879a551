"""Wrapped lines → paragraphs: was a line broken because it was full, or because the writer ended a paragraph there?

The width tells it: where the next word would still have fitted, the break was meant.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from caitien.formats.pdf_page import Line
from caitien.formats.pdf_torn import goes_on, is_torn

MARK = re.compile(r"(?:[-–+•▪●○◦*]\s?(?=\S)|\d{1,2}(?:\.\d{1,2})*[.)](?=\s|$)|[a-zđ]\)|[IVX]{1,5}\.(?=\s|$))")
DASH = re.compile(r"[-–+•▪●○◦*]")
ENDS = tuple('.;:!?…”"')
OPEN_ENDS = re.compile(r"[^\s\-–][-/]$")


@dataclass(frozen=True, slots=True)
class Room:
    """The space that lines were set in: inner edges, the usual distance of baselines, how exact the places are."""

    left: float
    right: float
    pitch: float
    slack: float = 1.5
    indented: bool = False  # paragraphs may begin with an indent


def usual_pitch(groups: list[list[Line]]) -> float:
    """The distance of baselines inside paragraphs: a low quantile of all distances; 0 if there are none."""
    steps = sorted(b.base - a.base for lines in groups for a, b in pairwise(lines) if a.page == b.page)
    return steps[len(steps) * 3 // 10] if steps else 0.0


def paragraphs(lines: list[Line], room: Room) -> list[list[Line]]:
    """The lines grouped into paragraphs."""
    out: list[list[Line]] = []
    for line in lines:
        if out and not starts_anew(out[-1], line, room):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def text_of(lines: list[Line], left: float = 0.0, right: float = 1e6) -> str:
    """One paragraph's lines as one text: a blank for each line's end, none after a hyphen or slash inside a word."""
    text = lines[0].text
    for last, line in pairwise(lines):
        glued = OPEN_ENDS.search(text) or is_torn(text, last, line, left, right)
        text += line.text if glued else f" {line.text}"
    return text


def starts_anew(before: list[Line], line: Line, room: Room) -> bool:
    """Whether `line` begins a paragraph after the lines of `before`."""
    last = before[-1]
    if last.page == line.page and line.base - last.base > min(1.3 * room.pitch + 0.1 * line.size, 2.4 * line.size):
        return True
    if goes_on(last.text, line.text):
        return False
    spare = _spare(last, line, room)
    ended = last.text.rstrip().endswith(ENDS)
    if MARK.match(line.text):
        return _mark_is_meant(before, line, spare, ended, room)
    if room.indented and _is_indented(before, line, room):
        return spare > 0 or ended or not line.text[0].islower()
    if spare <= room.slack:
        return last.text.rstrip().endswith(";") and line.text[0].isupper()
    if line.text[0].islower() and not ended:
        return spare > 0.35 * (room.right - room.left)
    return True


def _mark_is_meant(before: list[Line], line: Line, spare: float, ended: bool, room: Room) -> bool:
    """A dash or number at a line's start opens a point, unless a full line was broken before it (`2024 | - 2025`)."""
    if ended or spare > room.slack:
        return True
    if not DASH.match(line.text):
        return False
    follows = line.text.lstrip("-–+•▪●○◦* ")[:1]
    if follows.isdigit() and last_letter(before).isdigit():
        return False
    return follows.isupper() or bool(DASH.match(before[0].text))


def last_letter(lines: list[Line]) -> str:
    return lines[-1].text.rstrip()[-1:]


def _spare(last: Line, line: Line, room: Room) -> float:
    """Room left on `last` after setting the first word of `line` there (negative: it had to be broken)."""
    width = last.x1 - last.x0
    left_off = last.x0 - room.left
    inner = room.right - room.left
    centred = abs(left_off - (room.right - last.x1)) < max(4.0, 0.03 * inner)
    at_right = room.right - last.x1 < 3 < left_off and not (room.indented and left_off < 0.1 * inner)
    usable = inner if left_off > 3 and (centred or at_right) else room.right - last.x0
    first = line.words[0]
    end = first.x1
    for word in line.words[1:]:
        if not word.glued:
            break
        end = word.x1
    blank = 0.0 if OPEN_ENDS.search(last.text) else 0.22 * line.size
    return usable - width - blank - (end - first.x0)


def _is_indented(before: list[Line], line: Line, room: Room) -> bool:
    """Set in by more than the line before, and not hanging under that line's text after its mark."""
    last = before[-1]
    if line.x0 - last.x0 < 0.7 * line.size or line.x0 - room.left < 0.7 * line.size:
        return False
    first = before[0]
    hangs = len(first.words) > 1 and bool(MARK.match(first.text)) and abs(line.x0 - first.words[1].x0) < 4
    return not hangs
