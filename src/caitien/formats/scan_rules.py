"""The rules of a table in a page's picture, by run lengths; broken, thin and slightly bent lines are found too."""

from dataclasses import dataclass

import numpy as np

from caitien.formats.pdf_page import Rule
from caitien.formats.scan_image import Grey, Mask, Picture

STRIP = 256  # pixel rows worked on at a time
FILLED = 0.9  # share of a window that must be ink


@dataclass(slots=True)
class _Bar:
    """Runs of neighbouring pixel rows that touch: one drawn line."""

    first: int
    last: int
    start: int
    end: int
    weight: int
    moment: float


def find_rules(picture: Picture) -> tuple[list[Rule], list[Rule], Mask]:
    """(horizontal, vertical) rules in points, and the mask of their pixels."""
    ink = picture.ink
    flat = _long_runs(ink, round(0.36 * picture.dpi))
    tall = _long_runs(ink.T, round(0.2 * picture.dpi)).T
    across = _rules(flat, picture.dpi)
    down = _rules(np.ascontiguousarray(tall.T), picture.dpi)
    return across, down, flat | tall


def erase(grey: Grey, mask: Mask) -> Grey:
    """The picture without its rules (one pixel around them goes too)."""
    wide = mask.copy()
    for axis in (0, 1):
        wide |= np.roll(mask, 1, axis) | np.roll(mask, -1, axis)
    out = grey.copy()
    out[wide] = 255
    return out


def _long_runs(ink: Mask, length: int) -> Mask:
    """Pixels in a row's window of `length` that is nearly all ink (rows above and below may fill in)."""
    out = np.zeros(ink.shape, dtype=np.bool_)
    if ink.shape[1] > length:
        for start in range(0, ink.shape[0], STRIP):  # in strips: the running sums are large
            out[start : start + STRIP] = _runs_of_strip(ink, start, length)
    return out


def _runs_of_strip(ink: Mask, start: int, length: int) -> Mask:
    end = min(start + STRIP, ink.shape[0])
    thick = ink[start:end].copy()
    thick[1:] |= ink[start : end - 1]
    thick[:-1] |= ink[start + 1 : end]
    height, width = thick.shape
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(thick, axis=1, out=sums[:, 1:])
    full = (sums[:, length:] - sums[:, :-length]) >= FILLED * length
    change = np.zeros((height, width + 1), dtype=np.int16)
    change[:, : full.shape[1]] += full
    change[:, length : length + full.shape[1]] -= full
    covered: Mask = np.cumsum(change, axis=1, dtype=np.int16)[:, :width] > 0
    return covered & thick


def _rules(mask: Mask, dpi: float) -> list[Rule]:
    """The bars of a mask of horizontal runs as rules in points; what is too thick for a rule is left out."""
    scale = 72 / dpi
    bars: list[_Bar] = []
    live: list[_Bar] = []
    for y in np.flatnonzero(mask.any(axis=1)):
        edges = np.flatnonzero(np.diff(mask[y].astype(np.int8), prepend=0, append=0))
        row: list[_Bar] = []
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            row.append(_grown(live, int(y), start, end))
        bars += [bar for bar in live if not any(bar is kept for kept in row) and bar.last < y]
        live = list({id(bar): bar for bar in [*row, *(b for b in live if b.last >= y - 1)]}.values())
    bars += live
    unique = {id(bar): bar for bar in bars}.values()
    thickest = 0.05 * dpi
    return [
        Rule(bar.moment / bar.weight * scale, bar.start * scale, bar.end * scale)
        for bar in unique
        if bar.weight / (bar.end - bar.start) <= thickest and bar.end - bar.start > 0.15 * dpi
    ]


def _grown(live: list[_Bar], y: int, start: int, end: int) -> _Bar:
    """The live bar that touches this run, grown by it, or a new bar."""
    for bar in live:
        if bar.last >= y - 1 and start <= bar.end and end >= bar.start:
            bar.last = y
            bar.start, bar.end = min(bar.start, start), max(bar.end, end)
            bar.weight += end - start
            bar.moment += y * (end - start)
            return bar
    return _Bar(y, y, start, end, end - start, float(y * (end - start)))
