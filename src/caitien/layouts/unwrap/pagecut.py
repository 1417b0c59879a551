"""Rows that a page's end cuts: the columns begin again on the next page, and each cell goes on or has ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from .cells import Span, TableWords
from .language import leads_on
from .scoring import NEVER, Scorer
from .whole import IMPOSSIBLE

KEEP = 3  # first parts kept for each boundary and column
FIRSTS = 12  # first parts tried with the second
_WORDS_ZONE = 48  # lines after a page's top in which several cells may share a line
_LONGEST_REST = 130  # lines of a second part at most
LATE = -3.0  # a column that is filled only after the page's end

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
Counts: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int_]]"
Flags: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"


@dataclass(frozen=True, slots=True)
class CutRow:
    """A row, whole or up to a page's end. `owed`: by column what its cell has yet to pay if it does not go on."""

    score: float
    start: int
    cells: dict[int, tuple[Span, ...]]
    owed: dict[int, float]


class PageCut:
    def __init__(
        self,
        table: TableWords,
        scorer: Scorer,
        step: Floats,
        tail: Floats,
        lead_terms: Callable[[int], "Floats | float"],
    ) -> None:
        self.table, self.scorer, self.step, self.tail, self.lead_terms = table, scorer, step, tail, lead_terms
        self.columns = len(scorer.profiles)
        kinds = scorer.kinds
        self.untyped = np.array([2.5 if kind in ("time", "money") else 0.0 for kind in kinds])

    def first_parts(self, bounds: Sequence[int], row_ends: Sequence[float]) -> list[CutRow]:
        """The best beginnings of a row that reach the page's end, the last of `bounds`; endings are not yet paid."""
        size, columns = len(bounds), self.columns
        best = np.full((KEEP, columns, size), NEVER)
        back = np.zeros((KEEP, columns, size, 3), dtype=int)
        for b in range(size - 1):
            word = bounds[b]
            entry, came = self._entries(best[:, :, b], row_ends[b], word)
            if entry.max() <= NEVER / 2:
                continue
            positions = list(bounds[b + 1 :])
            gain = self.scorer.first[:, word, None] + self._open_ended(word, positions)
            totals = entry[:, :, None] + gain[None]
            stacked = np.concatenate([best[:, :, b + 1 :], totals])
            order = np.argsort(-stacked, axis=0, kind="stable")[:KEEP]
            source = np.concatenate([np.full((KEEP, columns, 1), b), came], axis=2)
            backs = np.concatenate([back[:, :, b + 1 :], np.broadcast_to(source[:, :, None, :], (*totals.shape, 3))])
            best[:, :, b + 1 :] = np.take_along_axis(stacked, order, axis=0)
            back[:, :, b + 1 :] = np.take_along_axis(backs, order[..., None], axis=0)
        return self._collect(best, back, bounds)

    def _entries(self, best: Floats, row_end: float, word: int) -> tuple[Floats, Counts]:
        """The KEEP best ways into each column at one boundary: scores, and the column and rank they come from."""
        terms = self.step + self.lead_terms(word)
        fresh = terms[-1] + row_end - (4.0 if self.table.words[word][:1].islower() else 0.0)
        onward = best[:, :, None] + terms[None, :-1]  # rank, from, to
        flat = np.concatenate([onward.reshape(-1, self.columns), fresh[None]])
        order = np.argsort(-flat, axis=0, kind="stable")[:KEEP]
        came = np.stack([order % self.columns, order // self.columns], axis=-1)
        came[order == KEEP * self.columns] = (self.columns, 0)
        return np.take_along_axis(flat, order, axis=0), came

    def _open_ended(self, word: int, positions: Sequence[int]) -> Floats:
        """Cell scores in which an ending that the next page may mend costs nothing yet."""
        scorer = self.scorer
        at = {position: i for i, position in enumerate(positions)}
        inner = scorer.inner_sum[:, positions] - scorer.inner_sum[:, word + 1, None]
        scores = inner + np.maximum(scorer.last[:, positions], 0.0) + scorer.extra(word, positions, at)
        scores += self.untyped[:, None]
        for c, e, _ in scorer.whole.at.get(word, ()):
            if e not in at:
                continue
            if scorer.kinds[c] in ("time", "money"):
                scores[c, at[e]] -= self.untyped[c]
            elif scorer.kinds[c] in ("title", "code"):
                scores[c, at[e]] += scorer.whole.part_bonus(c, word, e)
        return np.asarray(scores)

    def _collect(self, best: Floats, back: Counts, bounds: Sequence[int]) -> list[CutRow]:
        end = len(bounds) - 1
        ranked = sorted(
            (
                (float(best[k, c, end]), k, c)
                for k in range(KEEP)
                for c in range(self.columns)
                if best[k, c, end] > NEVER / 2
            ),
            reverse=True,
        )
        found: list[CutRow] = []
        for score, k, c in ranked[:FIRSTS]:
            b = end
            cells: dict[int, tuple[Span, ...]] = {}
            while c < self.columns:
                before, came, rank = (int(x) for x in back[k, c, b])
                cells[c] = ((bounds[before], bounds[b]),)
                b, c, k = before, came, rank
            ordered = dict(sorted(cells.items()))
            filled = max(ordered)
            owed = {column: self._owed(column, spans) for column, spans in ordered.items()}
            found.append(CutRow(score + float(self.tail[filled]), bounds[b], ordered, owed))
        return found

    def _owed(self, c: int, spans: Sequence[Span]) -> float:
        """What a first part still has to pay if its cell does not go on (or gets back, where that is more)."""
        scorer = self.scorer
        end = spans[-1][1]
        owed = float(min(scorer.last[c, end], 0.0))
        kind = scorer.kinds[c]
        if kind in ("time", "money"):
            owed += min(0.0, scorer.whole.joined(c, spans) + 0.5)
        elif kind in ("title", "code"):
            code = scorer.whole.codes.get(spans[0][0])
            part = scorer.whole.title(code, *spans, part=True, bare=kind == "code") if code else None
            owed += scorer.whole.joined(c, spans) - part if part is not None else 0.0
        return owed

    def second_parts(
        self, top: int, limit: int, end: int, firsts: Sequence[CutRow]
    ) -> tuple[list[tuple[int, CutRow]], list[CutRow]]:
        """Rows of `firsts` with their rest from word `top` on: ((first word after it, row) …, rows cut once more)."""
        if not firsts:
            return [], []
        bounds = self._bounds(top, limit)
        size, columns, count = len(bounds), self.columns, len(firsts)
        best = np.full((count, columns, size), NEVER)
        back = np.zeros((count, columns, size, 2), dtype=int)
        base = np.array([first.score + sum(first.owed.values()) for first in firsts])
        goes_on = np.zeros((count, columns), dtype=bool)
        for f, first in enumerate(firsts):
            goes_on[f, list(first.cells)] = True
        reach = np.array([self._reach(first) for first in firsts])
        later = np.triu(np.ones((columns, columns), dtype=bool), 1)
        for b in range(size - 1):
            word = bounds[b]
            onward = np.where(later[None], best[:, :, b, None], NEVER)  # first part, from, to
            entry, came = onward.max(axis=1), onward.argmax(axis=1)
            if b == 0:
                entry, came = np.repeat(base[:, None], columns, axis=1), np.full((count, columns), columns)
            live = entry.max(axis=1) > NEVER / 2
            if not live.any():
                continue
            positions = bounds[b + 1 : b + 1 + 160]
            at = {position: i for i, position in enumerate(positions)}
            additive = self.scorer.additive(word, positions)
            fresh = self.scorer.first[:, word, None] + additive + self.scorer.extra(word, positions, at) + LATE
            joins = self._joins(firsts, word, goes_on, live) + reach
            gain = np.where(goes_on[:, :, None], additive[None] + joins[:, :, None], fresh[None])
            self._type_joined(gain, firsts, word, top, positions)
            totals = entry[:, :, None] + gain
            view = best[:, :, b + 1 : b + 1 + len(positions)]
            better = totals > view
            view[better] = totals[better]
            shape = better.shape
            source = np.stack([np.full(shape, b), np.broadcast_to(came[:, :, None], shape)], axis=-1)
            back[:, :, b + 1 : b + 1 + len(positions)][better] = source[better]
        return self._arrivals(firsts, bounds, best, back, limit, end)

    def _bounds(self, top: int, limit: int) -> list[int]:
        """Where cells may begin after the page's top: at words at first, then at lines, up to the next criterion."""
        table = self.table
        line = table.line_of[top]
        bounds: list[int] = []
        for index in range(line, min(len(table.lines), line + _LONGEST_REST)):
            word, after = table.starts[index], table.starts[index + 1]
            if word >= limit:
                break
            if index > line and {"title", "code"} & set(self.scorer.kinds) and table.opens_criterion(word):
                return [*bounds, word]
            bounds.extend(range(word, after) if index < line + _WORDS_ZONE else [word])
        last = min(limit, table.starts[min(len(table.lines), line + _LONGEST_REST)])
        return [*bounds, last]

    def _reach(self, first: CutRow) -> Floats:
        """A cell goes on only if it reached the page's end: -1 for each line that it is shorter than the tallest."""
        heights = {c: self.table.height(spans[-1:]) for c, spans in first.cells.items()}
        tallest = max(heights.values())
        return np.array([float(heights[c] - tallest) if c in heights else 0.0 for c in range(self.columns)])

    def _joins(self, firsts: Sequence[CutRow], word: int, goes_on: Flags, live: Flags) -> Floats:
        scores = np.zeros((len(firsts), self.columns))
        known: dict[tuple[int, Span], float] = {}
        for f, first in enumerate(firsts):
            if not live[f]:
                continue
            for c, spans in first.cells.items():
                key = (c, spans[-1])
                if key not in known:
                    known[key] = self._join(c, spans, word)
                scores[f, c] = known[key] - first.owed[c]
        return scores

    def _join(self, c: int, spans: tuple[Span, ...], word: int) -> float:
        """How well a cell goes on at `word`: its words, the break of the line, a cell that begins inside a line."""
        scorer, table = self.scorer, self.table
        end = spans[-1][1]
        last = table.printed(spans[-1:])[-1]
        score = float(scorer.lexical_of(c, table.words[end - 1], table.words[word]))
        score += scorer.line_join(c, last, word)
        if not table.opens(word):
            score -= 3.0
        if scorer.kinds[c] == "role" and scorer.opens_role(word) and not leads_on(last):
            score -= 3.0
        if scorer.kinds[c] in ("time", "money"):
            score -= 3.0 + max(-0.5, scorer.whole.joined(c, spans))
        elif scorer.kinds[c] in ("title", "code"):
            code = scorer.whole.codes.get(spans[0][0])
            bare = scorer.kinds[c] == "code"
            score -= scorer.whole.title(code, *spans, part=True, bare=bare) if code else scorer.whole.joined(c, spans)
        return score

    def _type_joined(
        self, gain: Floats, firsts: Sequence[CutRow], word: int, top: int, positions: Sequence[int]
    ) -> None:
        """The typed score of times, sums and titles that go on: of the whole instead of the first part.

        A title goes on at the page's top or right after its row's number, if at all.
        """
        kinds = self.scorer.kinds
        known: dict[tuple[int, Span], Floats] = {}
        for f, first in enumerate(firsts):
            for c, spans in first.cells.items():
                if kinds[c] in ("title", "code") and word > top + 1:
                    gain[f, c] = NEVER
                elif kinds[c] in ("title", "code", "time", "money"):
                    if (c, spans[-1]) not in known:
                        known[c, spans[-1]] = self._typed_whole(c, spans, word, positions)
                    gain[f, c] += known[c, spans[-1]]

    def _typed_whole(self, c: int, spans: tuple[Span, ...], word: int, positions: Sequence[int]) -> Floats:
        scorer = self.scorer
        titled = scorer.kinds[c] in ("title", "code")
        scores = np.full(len(positions), IMPOSSIBLE if titled else 0.0)
        for i, e in enumerate(positions[: 40 if titled else 20]):
            if titled:
                scores[i] = scorer.whole.joined(c, (*spans, (word, e)))
            elif not scorer.whole.may_be_typed(scorer.kinds[c], e - 1):
                break
            else:
                scores[i] = scorer.whole.joined(c, (*spans, (word, e))) + 3.0
        return scores

    def _arrivals(
        self, firsts: Sequence[CutRow], bounds: list[int], best: Floats, back: Counts, limit: int, end: int
    ) -> tuple[list[tuple[int, CutRow]], list[CutRow]]:
        columns = self.columns
        arrivals, onward = [], []
        for b in range(1, len(bounds)):
            word = bounds[b]
            if not self.table.opens(word):
                continue
            flat = best[:, :, b]
            f, c = (int(x) for x in np.unravel_index(int(flat.argmax()), flat.shape))
            if flat[f, c] > NEVER / 2:
                arrivals.append((word, self._row(firsts[f], f, c, b, bounds, float(flat[f, c]), back)))
            if word == limit and limit != end:
                ranked = sorted(
                    (
                        (float(flat[f, c]), f, c)
                        for f in range(len(firsts))
                        for c in range(columns)
                        if flat[f, c] > NEVER / 2
                    ),
                    reverse=True,
                )
                onward = [
                    self._onward(self._row(firsts[f], f, c, b, bounds, s, back)) for s, f, c in ranked[: FIRSTS // 2]
                ]
        return arrivals, onward

    def _row(self, first: CutRow, f: int, c: int, b: int, bounds: list[int], score: float, back: Counts) -> CutRow:
        cells = dict(first.cells)
        while c < self.columns:
            before, came = (int(x) for x in back[f, c, b])
            cells[c] = (*cells.get(c, ()), (bounds[before], bounds[b]))
            b, c = before, came
        return CutRow(score, first.start, dict(sorted(cells.items())), {})

    def _onward(self, row: CutRow) -> CutRow:
        """A row with two parts as a first part for the page after: its endings are owed again."""
        owed = {c: self._owed(c, spans) for c, spans in row.cells.items()}
        return CutRow(row.score - sum(owed.values()), row.start, row.cells, owed)
