"""How well a run of words makes one cell of a column: sums over its words, and what only the whole cell tells.

The weights are round numbers on purpose: tuned ones did not carry over from one document to another.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from . import language as lang
from .cells import Span, TableWords
from .fields import Profile
from .titles import standard_match, title_match
from .widths import SLACK, Measure, times_width
from .words import END, START, Cohesion, FieldWords, plain_word

NEVER = -1e9
OPENING = -1.0
IMPOSSIBLE = -30.0
_LONGEST_TIME, _LONGEST_SUM, _LONGEST_TITLE = 28, 10, 45  # words

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"


class Widths:
    """The least and the greatest width that each column may have, by one measure; None where nothing is known."""

    def __init__(
        self, measure: Measure, least: Sequence[float | None], greatest: Sequence[float | None], weight: float = 1.0
    ) -> None:
        self.measure, self.least, self.greatest, self.weight = measure, tuple(least), tuple(greatest), weight
        self.slack = SLACK[measure is times_width]

    def too_wide(self, column: int, text: str) -> float:
        width = self.greatest[column]
        if width is None:
            return 0.0
        excess = self.measure(text) - width * self.slack
        return self.weight * (-1.0 - 20.0 * excess / width) if excess > 0 else 0.0

    def room(self, column: int, line: str, word: str) -> float | None:
        """Share of the column's width that is left when `word` is added to `line`: negative where it does not fit."""
        width = self.least[column]
        return None if width is None else (width - self.measure(f"{line} {word}")) / width

    def line_break(self, column: int, line: str, word: str) -> float:
        """Score of a break after `line`, before `word`."""
        room = self.room(column, line, word)
        if room is None:
            return 0.0
        return self.weight * (-1.0 - 10.0 * room if room >= 0 else 0.5)


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
        self.whole: dict[int, list[tuple[int, int, float]]] = {}
        self.codes: dict[int, str] = {}
        self._typed()

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
            score += {"time": -3.0, "money": -3.0, "code": IMPOSSIBLE, "number": IMPOSSIBLE, "title": -15.0}.get(
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
            if code and self.kinds[c] in ("title", "code") and not self._after_label(k):
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

    # What only the whole cell tells.
    def _typed(self) -> None:
        boundaries = range(len(self.table.words))
        columns = range(len(self.profiles))
        for s in boundaries:
            found = [(c, e, b) for c in columns for e, b in self._typed_from(c, s)]
            if found:
                self.whole[s] = found

    def _typed_from(self, c: int, s: int) -> list[tuple[int, float]]:
        kind = self.kinds[c]
        if kind in ("code", "title"):
            return self._titled(s, bare=kind == "code")
        if kind == "number":
            return [(s + 1, 3.0 - IMPOSSIBLE)] if self._is_number(s) else []
        bonus = [(e, 6.0 + 0.15 * len(self.table.text((s, e))) if kind == "time" else -3.0) for e in self.times(s)]
        sums = [(e, 6.0 if kind == "money" else -2.0) for e in self.sums(s)]
        if kind == "money" and sums:
            sums += [(e, 6.0) for e in self._second_paragraph(max(e for e, _ in sums))]
        if self.profiles[c].words == "target_result":
            bonus += [(e, 4.0) for e in range(s + 2, min(len(self.table.words), s + 6) + 1) if self._level((s, e))]
        if kind in ("time", "money"):
            return bonus if kind == "time" else sums
        return (bonus if "time" in self.kinds else []) + (
            sums if "money" in self.kinds and self.table.words[s][0].isdigit() else []
        )

    def _is_number(self, s: int) -> bool:
        word = self.table.words[s]
        return self.table.opens(s) and word.rstrip(".").isdigit() and len(word) <= 3

    def _titled(self, s: int, bare: bool) -> list[tuple[int, float]]:
        """Cells of a criterion: its code alone, or with its title."""
        if not self.table.opens(s) or self._after_label(s):
            return []
        code = self.table.opens_criterion(s)
        if not code:
            return []
        self.codes[s] = code
        own = IMPOSSIBLE if bare else -15.0
        return [
            (e, self.title(code, (s, e), bare=bare) - own)
            for e in range(s + 1, min(len(self.table.words), s + _LONGEST_TITLE) + 1)
        ]

    def part_bonus(self, c: int, s: int, e: int) -> float:
        """What a title gains when it is judged as the beginning of one."""
        bare = self.kinds[c] == "code"
        return self.title(self.codes[s], (s, e), part=True, bare=bare) - self.title(self.codes[s], (s, e), bare=bare)

    def _after_label(self, k: int) -> bool:
        """Whether the words before word k are "Tiêu chí", so that its code is not the beginning."""
        return " ".join(self.table.words[max(0, k - 2) : k]).lower() == "tiêu chí"

    def title(self, code: str, *spans: Span, part: bool = False, bare: bool = False) -> float:
        """Score of a cell with this code: alone, or with a title that is more or less the official one (or a part)."""
        text = " ".join(self.table.text(span) for span in spans)
        rest = text.partition(code)[2].lstrip(".: ") if code in text else ""
        if code not in text:
            return -2.0
        if not rest:
            return 5.0
        if lang.is_level(" ".join(rest.split()[-2:])):
            return -5.0
        match = title_match(code, rest, part)
        return -10.0 if bare and match < 0.6 else 4.0 + 6.0 * match - 3.0

    def times(self, s: int) -> list[int]:
        """Ends of the time expressions that begin at word s."""
        return self._ends(s, _LONGEST_TIME, lang.TIME_WORDS, lang.is_time)

    def sums(self, s: int) -> list[int]:
        return self._ends(s, _LONGEST_SUM, None, lang.is_money) if lang.may_open_sum(self.table.words[s]) else []

    def _level(self, span: Span) -> bool:
        first = self.table.words[span[0]].lower()
        return first in ("mức", "đạt", "duy") and lang.is_level(self.table.text(span))

    def _second_paragraph(self, s: int) -> list[int]:
        """Ends of a short second paragraph of a sum's cell ("Không", blank lines, "Chi khác")."""
        table = self.table
        if s >= len(table.words) or not table.opens(s) or not table.lines[table.line_of[s]].gaps:
            return []
        return list(range(s + 1, min(len(table.words), s + 4) + 1)) if table.words[s][:1].isupper() else []

    def _ends(self, s: int, longest: int, allowed: frozenset[str] | None, test: Callable[[str], bool]) -> list[int]:
        found = []
        for e in range(s + 1, min(len(self.table.words), s + longest) + 1):
            word = self.table.words[e - 1].lower().strip(".,;:")
            if (
                allowed is not None
                and word
                and word not in allowed
                and not any(c.isdigit() for c in word)
                and word not in "-–"
            ):
                break
            if test(self.table.text((s, e))):
                found.append(e)
        return found

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
        for c, e, bonus in self.whole.get(s, ()):
            if e in at:
                scores[c, at[e]] += bonus
        for e in range(s + 2, s + 9):  # the same words twice: one cell after the other
            if e in at and self.table.words[s:e] == self.table.words[e : 2 * e - s]:
                scores[:, at[e]] += 3.0
        return scores

    def joined(self, c: int, spans: Sequence[Span]) -> float:
        """The typed score of a cell of several spans, as `extra` and `first` give it for one."""
        kind = self.kinds[c]
        text = " ".join(self.table.text(span) for span in spans)
        if kind == "time":
            return 3.0 + 0.15 * len(text) if lang.is_time(text) else -3.0
        if kind == "money":
            return 3.0 if lang.is_money(text) else -3.0
        if kind in ("title", "code"):
            code = self.codes.get(spans[0][0])
            return self.title(code, *spans, bare=kind == "code") if code else -15.0 if kind == "title" else IMPOSSIBLE
        return 0.0

    def lexical_of(self, c: int, before: str, word: str) -> float:
        return float(self._lexical(before, word)[c])

    def opens_role(self, k: int) -> bool:
        return lang.starts_with_role(" ".join(self.table.words[k : k + 3]))

    def may_be_typed(self, kind: str, k: int) -> bool:
        """Whether word k may stand inside a time or a sum."""
        word = self.table.words[k].lower().strip(".,;:")
        if any(char.isdigit() for char in word) or not word or word in "-–":
            return True
        return word in (lang.TIME_WORDS if kind == "time" else lang.SUM_WORDS)

    def band(self, text: str) -> float:
        """Score of a row that holds only a standard's name."""
        return 2.0 + 6.0 * standard_match(text.partition(":")[2] or text) - 3.0
