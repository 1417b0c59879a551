"""How well a run of words makes one cell of a column: sums over its words, and what only the whole cell tells.

The weights are round numbers on purpose: tuned ones did not carry over from one document to another.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from . import language as lang
from .cells import TableWords
from .fields import Profile
from .titles import standard_match
from .whole import IMPOSSIBLE, UNTITLED, WholeCells
from .widths import Widths
from .words import END, START, Cohesion, FieldWords, plain_word

NEVER = -1e9
OPENING = -1.0

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"


class Scorer:
    """Scores of cells of one table. Column arrays have the shape (columns, words + 1)."""

    def __init__(
        self,
        table: TableWords,
        profiles: Sequence[Profile],
        words: FieldWords,
        cohesion: Cohesion,
        widths: Widths | None = None,
        leads_tell: bool = True,
    ) -> None:
        self.table, self.profiles, self.cohesion, self.widths = table, profiles, cohesion, widths
        self.field_words, self.leads_tell = words, leads_tell
        size = (len(profiles), len(table.words) + 1)
        self.first, self.inner, self.last = (np.zeros(size) for _ in range(3))
        self.has_weakness = any(profile.lacks for profile in profiles)
        self.kinds = [profile.kind for profile in profiles]
        self.has_codes = bool({"title", "code"} & set(self.kinds))
        self._count()
        self._fill()
        self.inner_sum = np.concatenate([np.zeros((size[0], 1)), np.cumsum(self.inner[:, :-1], axis=1)], axis=1)
        self.whole = WholeCells(table, profiles)

    # What is counted along the words: brackets, lacks, paragraphs with dashes.
    def _count(self) -> None:
        table = self.table
        size = len(table.words) + 1
        open_brackets, lacks, bullets = np.zeros(size), np.zeros(size), np.zeros(size)
        for k, word in enumerate(table.words):
            open_brackets[k + 1] = word.count("(") - word.count(")")
            lacks[k + 1] = lang.lack_length(" ".join(table.words[k : k + 2])) > 0
            bullets[k + 1] = table.opens(k) and table.is_bullet(k)
        self.brackets, self.lacks, self.bullets = (np.cumsum(a) for a in (open_brackets, lacks, bullets))

    def _fill(self) -> None:
        table = self.table
        for k, word in enumerate(table.words):
            before = table.words[k - 1] if k else ""
            opens = table.opens(k)
            self.first[:, k] = OPENING + self._lexical(START, word) + self._first(k, opens)
            self.inner[:, k] = self._lexical(before, word) + self._inside(k, opens)
        for e in range(1, len(table.words) + 1):
            self.last[:, e] = self._lexical(table.words[e - 1], END) + self._ending(e)

    def _lexical(self, before: str, word: str) -> Floats:
        previous = plain_word(before) if before not in (START, "") else (before or START)
        ratios = self.field_words.ratios(previous, word if word == END else plain_word(word))
        return np.array([max(p.floor, 0.5 * r) for p, r in zip(self.profiles, ratios, strict=True)])

    def _first(self, k: int, opens: bool) -> Floats:
        table, word = self.table, self.table.words[k]
        line = table.line_rest(k)
        ahead = " ".join(table.words[k : k + 5])
        small = word[:1].islower() or (word in "-–+*" and k + 1 < len(table.words) and table.words[k + 1][0].isdigit())
        scores = np.zeros(len(self.profiles))
        for c, profile in enumerate(self.profiles):
            score = 0.0 if opens else -3.0
            if small:
                score -= 1.0 if profile.kind in ("time", "money") else 3.0
            if word[0] in ",;.:)":
                score -= 3.0
            score += self._paragraph(profile, ahead)
            if profile.kind == "role":
                score += 1.0 if lang.starts_with_role(ahead) else -1.5 if lang.starts_with_verb(ahead) else 0.0
            elif profile.words == "note":
                score += 1.0 if lang.starts_like_note(ahead) else 0.0
            score += {"time": -3.0, "money": -3.0, "code": IMPOSSIBLE, "number": IMPOSSIBLE, "title": UNTITLED}.get(
                profile.kind, 0.0
            )
            score += self._too_wide_from(c, k, opens, line) + self._foreign(c, k)
            scores[c] = score
        return scores

    def _paragraph(self, profile: Profile, ahead: str) -> float:
        if not profile.opens:
            return 0.0
        verb, paper = lang.starts_with_verb(ahead), lang.starts_with_paper(ahead)
        sign = 1.0 if profile.opens == "verb" else -1.0
        return sign * (verb and not paper) - sign * (paper and not verb)

    def _too_wide_from(self, c: int, k: int, opens: bool, rest: str) -> float:
        """The first word's share of its line being too wide; a cell that begins inside a line has only the rest."""
        if self.widths is None:
            return 0.0
        if opens:
            return self.widths.too_wide(c, self.table.words[k])
        whole = self.widths.too_wide(c, self.table.lines[self.table.line_of[k]].text)
        return self.widths.too_wide(c, rest) - (whole - self.widths.too_wide(c, self.table.line_until(k)))

    def _foreign(self, c: int, k: int) -> float:
        """What belongs to another column: a sum of money, a criterion's code at a line's start."""
        score = 0.0
        if lang.is_sum_word(self.table.words[k]) and self.kinds[c] != "money":
            score -= 3.0 if "money" in self.kinds else 0.5
        if (
            self.has_codes
            and self.kinds[c] not in ("title", "code")
            and self.table.opens_criterion(k)
            and self.table.opens(k)
        ):
            score -= 8.0
        return score

    def _inside(self, k: int, opens: bool) -> Floats:
        table = self.table
        scores = np.zeros(len(self.profiles))
        line = table.line_until(k)
        role = any(kind == "role" for kind in self.kinds) and self._stray_role(k)
        after_stop = k and table.words[k - 1][-1] in ";." and not table.is_bullet(k)
        clause = " ".join(table.words[k : k + 5]) if after_stop else ""
        for c, profile in enumerate(self.profiles):
            score = self._foreign(c, k)
            if self.widths is not None:
                shorter = self.widths.too_wide(c, line.rpartition(" ")[0]) if not opens else 0.0
                score += self.widths.too_wide(c, line) - shorter
            if role and profile.kind == "role":
                score -= 3.0
            if clause and profile.opens:
                score += self._paragraph(profile, clause)
            scores[c] = score
        if opens and k:
            scores += self._line_break(k)
        return scores

    def _stray_role(self, k: int) -> bool:
        """A second role without anything that leads on to it."""
        table = self.table
        if not lang.starts_with_role(" ".join(table.words[k : k + 3])) or table.is_bullet(k):
            return False
        before = " ".join(table.words[max(0, k - 2) : k])
        inside = any(lang.role_length(" ".join(table.words[j : j + 5])) > k - j for j in range(max(0, k - 4), k))
        return not inside and not lang.leads_on(before)

    def _line_break(self, k: int) -> Floats:
        """The break before word k inside a cell."""
        table = self.table
        line = table.lines[table.line_of[k]]
        bullet = table.is_bullet(k)
        common = -3.0 * line.tight - 0.5 * (line.gaps > 0) - (5.0 * (line.lead > 0) if self.leads_tell else 0.0)
        code = table.opens_criterion(k)
        scores = np.full(len(self.profiles), common)
        for c, profile in enumerate(self.profiles):
            scores[c] += self.line_join(c, table.lines[table.line_of[k] - 1].text, k)
            if bullet:
                scores[c] += self._paragraph(profile, " ".join(table.words[k : k + 5]))
            if code and self.kinds[c] in ("title", "code") and not self.table.follows_label(k):
                scores[c] -= 8.0
        return scores

    def line_join(self, c: int, line: str, k: int) -> float:
        """How well word k, a line's first, goes on the printed `line` in column c: width, capital, cohesion."""
        word = self.table.words[k]
        before = line.rpartition(" ")[2]
        bullet = self.table.opens_paragraph(k)
        sentence = before[-1:] in ".;:!?"
        score = 0.0 if bullet else 0.5 * self.cohesion.of(before, word)
        named = before.lower() in lang.NAMED and word[:1].isupper()
        if named:
            score += 1.0
        elif word[:1].isupper() and not sentence and not bullet and self.kinds[c] not in ("code", "number"):
            score += self.cohesion.large_inside(word) * (0.5 if before.endswith(",") else 1.0)
        if self.widths is not None and not bullet and not (sentence and word[:1].isupper()):
            score += self.widths.line_break(c, line, word)
        if before[-1:] in ".!?" and word[:1].islower():
            score -= 3.0
        return score

    def _ending(self, e: int) -> Floats:
        word = self.table.words[e - 1]
        score = 0.0
        if word.endswith(","):
            score -= 3.0
        elif word[-1] in "-–/+":
            score -= 4.0
        elif word.lower() in lang.OPEN_WORDS:
            score -= 3.0
        elif word[-1] in ";:":
            score -= 1.0
        elif word.endswith("."):
            score += 1.0
        clause = self.table.clause_before(e)
        if 0 < len(clause) <= 3 and lang.is_verb(" ".join(clause)):
            score -= 3.0
        if word.lower() == "tháng" or " ".join(self.table.words[max(0, e - 2) : e]).lower().endswith("năm học"):
            score -= 3.0
        return np.full(len(self.profiles), score)

    def additive(self, s: int, ends: Sequence[int]) -> Floats:
        """Scores by column and end of the words after the first and of the ending."""
        return np.asarray(self.inner_sum[:, ends] - self.inner_sum[:, s + 1, None] + self.last[:, ends])

    def extra(self, s: int, ends: Sequence[int], at: dict[int, int]) -> Floats:
        """Scores by column and end of what the whole cell tells: type, lacks, brackets, text before dashes."""
        scores = np.zeros((len(self.profiles), len(ends)))
        scores -= 3.0 * (self.brackets[ends] != self.brackets[s])
        if not self.bullets[s + 1] - self.bullets[s]:
            scores -= 3.0 * (self.bullets[ends] > self.bullets[s + 1])
        if self.has_weakness:
            lacking = self.lacks[ends] > self.lacks[s]
            for c, profile in enumerate(self.profiles):
                scores[c] += lacking * (1.0 if profile.lacks else -0.4 if profile.kind == "prose" else 0.0)
        for c, e, bonus in self.whole.at.get(s, ()):
            if e in at:
                scores[c, at[e]] += bonus
        for e in range(s + 2, s + 9):  # the same words twice: one cell after the other
            if e in at and self.table.words[s:e] == self.table.words[e : 2 * e - s]:
                scores[:, at[e]] += 3.0
        return scores

    def lexical_of(self, c: int, before: str, word: str) -> float:
        return float(self._lexical(before, word)[c])

    def opens_role(self, k: int) -> bool:
        return lang.starts_with_role(" ".join(self.table.words[k : k + 3]))

    def band(self, text: str) -> float:
        """Score of a row that holds only a standard's name."""
        return 2.0 + 6.0 * standard_match(text.partition(":")[2] or text) - 3.0
