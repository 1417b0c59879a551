"""The best division of a table's words into rows and cells: a semi-Markov Viterbi search over columns.

A step is one cell. Within a row cells follow in the order of the columns, some left empty. A page's end inside a row
is handled in `pagecut`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .cells import Span, TableWords
from .fields import Profile
from .language import BAND_OPENING
from .pagecut import CutRow, PageCut
from .scoring import NEVER, Scorer

LONGEST_LINES = 90  # printed lines of one cell on one page
KEYS = ("code", "title", "number")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row's cells: column → its spans (two where a page's end cuts it). `band`: one text over the whole width."""

    cells: dict[int, tuple[Span, ...]]
    band: bool = False
    cut: bool = False


class Steps:
    """What it costs to go from one column to another and to leave columns empty."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        count = len(profiles)
        empty = np.array([math.log(p.empty) for p in profiles])
        filled = np.array([math.log(1.0 - p.empty) for p in profiles])
        before = np.concatenate([[0.0], np.cumsum(empty)])
        self.step = np.full((count + 1, count), NEVER)  # row `count`: a new row
        self.skipped = np.zeros((count + 1, count), dtype=int)
        for c in range(count):
            self.step[count, c] = before[c] + filled[c]
            self.skipped[count, c] = c
            for later in range(c + 1, count):
                self.step[c, later] = before[later] - before[c + 1] + filled[later]
                self.skipped[c, later] = later - c - 1
        self.tail = before[-1] - before[1:]
        keys = [c for c, p in enumerate(profiles) if p.kind in KEYS and (p.kind != "number" or c == 0)]
        if keys:
            last_key = max(keys)
            self.step[count, last_key + 1 :] -= 3.0


class Decoder:
    """Finds the rows in words [start, end) of a table; pages end before the words of `breaks`."""

    def __init__(self, table: TableWords, scorer: Scorer, breaks: Sequence[int], cuts: Sequence[int]) -> None:
        self.table, self.scorer = table, scorer
        self.steps = Steps(scorer.profiles)
        self.breaks = sorted(breaks)
        self.cuts = cuts  # words inside a line at which a cell may begin

    def rows(self, start: int, end: int) -> list[FoundRow]:
        inside = [k for k in self.table.starts if start <= k < end] + [k for k in self.cuts if start < k < end]
        bounds = sorted({*inside, end})
        return _Search(self, bounds).run()


class _Search:
    def __init__(self, decoder: Decoder, bounds: list[int]) -> None:
        self.decoder, self.bounds = decoder, bounds
        self.table, self.scorer, self.steps = decoder.table, decoder.scorer, decoder.steps
        self.columns = len(self.scorer.profiles)
        size = len(bounds)
        self.best = np.full((self.columns, size), NEVER)
        self.back = np.zeros((self.columns, size, 2), dtype=int)  # boundary and column that the cell came from
        self.row_end = np.full(size, NEVER)
        self.how: list[tuple[str, object]] = [("none", None)] * size
        self.row_end[0], self.how[0] = 0.0, ("start", None)
        self.at = {word: index for index, word in enumerate(bounds)}
        self.breaks = [k for k in decoder.breaks if bounds[0] < k < bounds[-1]]
        self.cut = PageCut(self.table, self.scorer, self.steps.step, self.steps.tail, self.lead_terms)

    def run(self) -> list[FoundRow]:
        carried: list[CutRow] = []
        for b in range(len(self.bounds)):
            self._end_row(b)
            if b == len(self.bounds) - 1:
                break
            if self.bounds[b] in self.breaks:
                carried = self._cut(b, carried)
            self._go_on(b)
        return self._trace()

    def _end_row(self, b: int) -> None:
        if b == 0:
            return
        totals = self.best[:, b] + self.steps.tail
        column = int(np.argmax(totals))
        if totals[column] > self.row_end[b]:
            self.row_end[b], self.how[b] = totals[column], ("cells", column)

    def _ends(self, b: int) -> range:
        """Boundaries at which a cell from boundary b may end: this page only."""
        limit = next((k for k in self.breaks if k > self.bounds[b]), self.bounds[-1])
        last = min(self.at[limit], b + LONGEST_LINES)
        return range(b + 1, last + 1)

    def lead_terms(self, word: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]] | float":
        """As many leading blanks as columns were skipped speak for the step, another number against it."""
        if not self.scorer.leads_tell or not self.table.opens(word):
            return 0.0
        line = self.table.lines[self.table.line_of[word]]
        if line.page_top:
            return 0.0
        off = np.abs(self.steps.skipped - line.lead)
        return np.where(off == 0, 3.0 if line.lead else 0.0, -3.0 * off)

    def _go_on(self, b: int) -> None:
        word = self.bounds[b]
        before = np.append(self.best[:, b], self.row_end[b])
        if before.max() <= NEVER / 2:
            return
        terms = before[:, None] + self.steps.step + self.lead_terms(word)
        if self.table.words[word][:1].islower():
            terms[-1] -= 4.0
        came = terms.argmax(axis=0)
        entry = terms.max(axis=0)
        ends = self._ends(b)
        positions = [self.bounds[e] for e in ends]
        at = {position: i for i, position in enumerate(positions)}
        gain = self.scorer.additive(word, positions) + self.scorer.extra(word, positions, at)
        totals = entry[:, None] + self.scorer.first[:, word, None] + gain
        view = self.best[:, ends.start : ends.stop]
        better = totals > view
        view[better] = totals[better]
        back = self.back[:, ends.start : ends.stop]
        back[better] = np.stack([np.full(better.shape, b), np.broadcast_to(came[:, None], better.shape)], axis=-1)[
            better
        ]
        self._band(b, ends)

    def _band(self, b: int, ends: range) -> None:
        """A standard's name over a few lines may be a row of its own."""
        word = self.bounds[b]
        if not BAND_OPENING.match(self.table.text((word, word + 3))):
            return
        for e in ends[:12]:
            text = self.table.text((word, self.bounds[e]))
            total = self.row_end[b] + self.scorer.band(text)
            if total > self.row_end[e]:
                self.row_end[e], self.how[e] = total, ("band", b)

    def _cut(self, b: int, carried: list[CutRow]) -> list[CutRow]:
        """Rows that the page's end at boundary b cuts; returns those that even the next page's end cuts."""
        limit = next((k for k in self.breaks if k > self.bounds[b]), self.bounds[-1])
        first = max((k for k in self.breaks if k < self.bounds[b]), default=self.bounds[0])
        window = list(range(self.at[first], b + 1))[-130:]
        firsts = self.cut.first_parts([self.bounds[i] for i in window], [self.row_end[i] for i in window])
        arrivals, onward = self.cut.second_parts(self.bounds[b], limit, self.bounds[-1], [*firsts, *carried])
        for word, row in arrivals:
            e = self.at.get(word)
            if e is not None and row.score > self.row_end[e]:
                self.row_end[e], self.how[e] = row.score, ("cut", row)
        return onward

    def _trace(self) -> list[FoundRow]:
        rows: list[FoundRow] = []
        b = len(self.bounds) - 1
        while b > 0:
            kind, what = self.how[b]
            if kind == "cells":
                assert isinstance(what, int)
                b, cells = self._cells(b, what)
                rows.append(FoundRow(cells))
            elif kind == "band":
                assert isinstance(what, int)
                rows.append(FoundRow({0: ((self.bounds[what], self.bounds[b]),)}, band=True))
                b = what
            elif kind == "cut":
                assert isinstance(what, CutRow)
                rows.append(FoundRow(what.cells, cut=True))
                b = self.at[what.start]
            else:
                break
        return rows[::-1]

    def _cells(self, b: int, column: int) -> tuple[int, dict[int, tuple[Span, ...]]]:
        cells: dict[int, tuple[Span, ...]] = {}
        while True:
            before, came = (int(x) for x in self.back[column, b])
            cells[column] = ((self.bounds[before], self.bounds[b]),)
            b, column = before, came
            if column == self.columns:
                return b, dict(sorted(cells.items()))
