"""Finding a table's heads in wrapped text: headings follow each other, each over a few short lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from caitien.layouts.columns import PLAN_COLUMNS, PROBLEM_COLUMNS, REVIEW_COLUMNS, Column, plain_heading

from .lines import Line

_LONGEST = 70  # words that the heads of one table have at most
_SETS = {"plan": PLAN_COLUMNS, "problems": PROBLEM_COLUMNS, "reviews": REVIEW_COLUMNS}
_COUNT = re.compile(r"\d")
_NUMBERING = re.compile(r"^\(\d{1,2}\)$")


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads found in lines[start:end]: each column's field (None: unknown) and its heading's printed lines."""

    start: int
    end: int
    kind: str
    fields: tuple[str | None, ...]
    headings: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]  # index of each heading's first line
    score: float = 0.0

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(" ".join(lines) for lines in self.headings)


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    line: int
    opens: bool  # first of its line
    lower: bool


@dataclass(slots=True)
class _Best:
    score: float
    back: int
    field: str | None
    phrase: bool


def find_heads(lines: Sequence[Line]) -> list[Heads]:
    """All runs of heads, in order; the same heads again are further runs."""
    found: list[Heads] = []
    index = 0
    while index < len(lines):
        heads = _repeated(lines, index, found[-1]) if found else None
        heads = heads or _best_from(lines, index)
        if heads:
            found.append(heads)
        index = heads.end if heads else index + 1
    return found


def _repeated(lines: Sequence[Line], start: int, heads: Heads) -> Heads | None:
    """The same heads line by line once more."""
    count = heads.end - heads.start
    printed = [line for heading in heads.headings for line in heading]
    if [line.text for line in lines[start : start + count]] != printed:
        return None
    shift = start - heads.start
    return replace(heads, start=start, end=start + count, places=tuple(place + shift for place in heads.places))


def _best_from(lines: Sequence[Line], start: int) -> Heads | None:
    """Heads that begin here, unless they read better from one of the next lines (what stands before is a cell's)."""
    heads = _heads_at(lines, start)
    if heads is None:
        return None
    later = [_heads_at(lines, index) for index in range(start + 1, min(start + 5, len(lines)))]
    return None if any(other and other.score > heads.score for other in later) else heads


def _heads_at(lines: Sequence[Line], start: int) -> Heads | None:
    if len(lines[start].text) > 45 or plain_heading(lines[start].words[0]) not in _openings():
        return None
    words = _words(lines, start)
    if not words:
        return None
    tries = [(_read(words, kind), kind) for kind in _SETS]
    (score, path), kind = max(tries, key=lambda found: found[0][0])
    fields = [field for field, _, _ in path]
    needed = 3 if kind == "reviews" else 4
    known = [field for field in fields if field]
    if len(known) < needed or len(set(known)) < len(known) or len(path) < 3:
        return None
    taken = path[-1][2]
    if score < 0.7 * taken:
        return None
    end = _end(lines, words[taken - 1].line + 1)
    firsts = [words[first].line for _, first, _ in path]
    stops = [*(max(after, first + 1) for first, after in pairwise(firsts)), end]
    headings = tuple(tuple(line.text for line in lines[a:b]) for a, b in zip(firsts, stops, strict=True))
    return Heads(start, end, kind, tuple(fields), headings, tuple(firsts), score)


def _end(lines: Sequence[Line], end: int) -> int:
    """The end of the heads with what still stands in brackets after them."""
    opened = lines[end - 1].text
    while end < len(lines) and (opened.count("(") > opened.count(")") or _NUMBERING.match(lines[end].text)):
        opened += lines[end].text
        end += 1
    count = 0  # a row of bare column numbers
    while end + count < len(lines) and lines[end + count].text == str(count + 1):
        count += 1
    return end + count if count >= 4 else end


def _words(lines: Sequence[Line], start: int) -> list[_Word]:
    """Folded words of the short lines from `start` on; what stands in brackets is left out."""
    words: list[_Word] = []
    depth = 0
    for index in range(start, min(len(lines), start + 60)):
        text = lines[index].text
        if len(text) > 45 or len(words) >= _LONGEST or (_COUNT.search(text) and not depth and "(" not in text):
            break
        for place, text in enumerate(re.findall(r"[()]|[^\s()/,-]+|[/,-]", lines[index].text)):
            depth = max(0, depth + (text == "(") - (text == ")"))
            plain = plain_heading(text) if not depth and text not in "()" else ""
            if plain or text in "/,-":
                words.append(_Word(plain or text, index, place == 0, text[:1].islower()))
    return words[:-2] if _opens_first_row(lines, words) else words


def _opens_first_row(lines: Sequence[Line], words: list[_Word]) -> bool:
    """Whether the last words are "Tiêu chí" or "Tiêu chuẩn" and their number follows: the first row, not a heading."""
    if [word.plain for word in words[-2:]] not in (["tieu", "chi"], ["tieu", "chuan"]):
        return False
    after = words[-1].line + 1
    return after < len(lines) and lines[after].text[:1].isdigit()


@lru_cache(maxsize=4)
def _phrases(kind: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Headings by their first word, with separators kept: a comma tells one heading of two parts from two headings."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    columns: tuple[Column, ...] = _SETS[kind]
    for column in columns:
        for heading in column.headings:
            text = re.sub(r"\([^)]*\)", " ", heading)
            parts = tuple(plain_heading(part) or part for part in re.findall(r"[^\s/,-]+|[/,-]", text))
            table.setdefault(parts[0], []).append((parts, column.field))
    return table


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """First words of all headings."""
    return frozenset(first for kind in _SETS for first in _phrases(kind))


def _read(words: list[_Word], kind: str) -> tuple[float, list[tuple[str | None, int, int]]]:
    """The best cover of a beginning of `words` by headings: (score, [(field, first word, end)])."""
    best: list[_Best | None] = [None] * (len(words) + 1)
    best[0] = _Best(0.0, 0, None, False)
    top = 0
    for at in range(len(words)):
        entry = best[at]
        if entry is None:
            continue
        if at:
            _offer(best, at + 1, _Best(entry.score - (0.2 if words[at].plain in "/,-" else 1.6), at, None, False))
        for parts, field in _phrases(kind).get(words[at].plain, ()):
            end = _match(words, at, parts)
            if end and not (at == 0 and words[at].lower):
                gain = sum(part not in "/,-" for part in parts) - 0.4 - _odd(words, at, end)
                _offer(best, end, _Best(entry.score + gain, at, field, True))
    for index, entry in enumerate(best):
        ends_line = index == len(words) or words[index].opens
        current = best[top]
        if entry and entry.phrase and ends_line and current and entry.score > current.score:
            top = index
    final = best[top]
    return (final.score if final else 0.0), _path(best, top, words)


def _match(words: list[_Word], at: int, parts: tuple[str, ...]) -> int | None:
    """Where a heading that begins at word `at` ends; separators are all alike."""
    if at + len(parts) > len(words):
        return None
    for word, part in zip(words[at : at + len(parts)], parts, strict=True):
        if word.plain != part and not (word.plain in "/,-" and part in "/,-"):
            return None
    return at + len(parts)


def _odd(words: list[_Word], at: int, end: int) -> float:
    """What speaks against one heading here: it opens inside a line or in lower case, or a line inside opens large."""
    inside = sum(1.2 for word in words[at + 1 : end] if word.opens and not word.lower and word.plain not in "/,-")
    after = [1.2 for before, word in zip(words[at:end], words[at + 1 : end], strict=False) if before.plain in "/,-"]
    return max(0.0, inside - sum(after)) + (0.0 if words[at].opens else 1.0) + (1.2 if words[at].lower else 0.0)


def _offer(best: list[_Best | None], at: int, entry: _Best) -> None:
    current = best[at]
    if current is None or entry.score > current.score:
        best[at] = entry


def _path(best: list[_Best | None], top: int, words: list[_Word]) -> list[tuple[str | None, int, int]]:
    """Headings in order. Unknown words belong to the heading before, unless a line opens large with them."""
    path: list[tuple[str | None, int, int]] = []
    stray_end: int | None = None
    while top:
        entry = best[top]
        if entry is None:
            break
        if entry.phrase:
            cut = next((w for w in range(top, stray_end or top) if words[w].opens and not words[w].lower), stray_end)
            if stray_end and cut is not None and cut < stray_end:
                path.append((None, cut, stray_end))
            path.append((entry.field, entry.back, cut if stray_end and cut is not None else top))
            stray_end = None
        elif stray_end is None:
            stray_end = top
        top = entry.back
    path.reverse()
    return path
