"""What only a whole cell tells: that it is a time, a sum, a number, a criterion with its title, a level."""

from collections.abc import Callable, Sequence

from . import language as lang
from .cells import Span, TableWords
from .fields import Profile
from .titles import title_match

IMPOSSIBLE = -30.0
UNTITLED = -15.0
_LONGEST_TIME, _LONGEST_SUM, _LONGEST_TITLE = 28, 10, 45  # words


class WholeCells:
    """Scores of whole cells: `at[s]` lists (column, end, bonus) of cells from word s, `codes[s]` a criterion's code."""

    def __init__(self, table: TableWords, profiles: Sequence[Profile]) -> None:
        self.table, self.profiles = table, profiles
        self.kinds = [profile.kind for profile in profiles]
        self.at: dict[int, list[tuple[int, int, float]]] = {}
        self.codes: dict[int, str] = {}
        for s in range(len(table.words)):
            times, sums = self.times(s), self.sums(s)
            found = [(c, e, bonus) for c in range(len(profiles)) for e, bonus in self._typed_from(c, s, times, sums)]
            if found:
                self.at[s] = found

    def _typed_from(self, c: int, s: int, times: list[int], amounts: list[int]) -> list[tuple[int, float]]:
        kind = self.kinds[c]
        if kind in ("code", "title"):
            return self._titled(s, bare=kind == "code")
        if kind == "number":
            return [(s + 1, 3.0 - IMPOSSIBLE)] if self._is_number(s) else []
        bonus = [(e, 6.0 + 0.15 * len(self.table.text((s, e))) if kind == "time" else -3.0) for e in times]
        sums = [(e, 6.0 if kind == "money" else -2.0) for e in amounts]
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
        if not self.table.opens(s) or self.table.follows_label(s):
            return []
        code = self.table.opens_criterion(s)
        if not code:
            return []
        self.codes[s] = code
        own = IMPOSSIBLE if bare else UNTITLED
        return [
            (e, self.title(code, (s, e), bare=bare) - own)
            for e in range(s + 1, min(len(self.table.words), s + _LONGEST_TITLE) + 1)
        ]

    def part_bonus(self, c: int, s: int, e: int) -> float:
        """What a title gains when it is judged as the beginning of one."""
        bare = self.kinds[c] == "code"
        return self.title(self.codes[s], (s, e), part=True, bare=bare) - self.title(self.codes[s], (s, e), bare=bare)

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
            if allowed is not None and not _may_stand(word, allowed):
                break
            if test(self.table.text((s, e))):
                found.append(e)
        return found

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
            return (
                self.title(code, *spans, bare=kind == "code") if code else UNTITLED if kind == "title" else IMPOSSIBLE
            )
        return 0.0

    def may_be_typed(self, kind: str, k: int) -> bool:
        """Whether word k may stand inside a time or a sum."""
        return _may_stand(
            self.table.words[k].lower().strip(".,;:"), lang.TIME_WORDS if kind == "time" else lang.SUM_WORDS
        )


def _may_stand(word: str, allowed: frozenset[str]) -> bool:
    return word in allowed or not word.strip("-–") or any(char.isdigit() for char in word)
