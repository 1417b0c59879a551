"""One page's picture → crops for recognition → a page of words and rules."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from caitien.formats.ocr import Crop, Seen
from caitien.formats.pdf_grid import grids_of
from caitien.formats.pdf_page import Page, Word
from caitien.formats.scan_image import Mask, Picture
from caitien.formats.scan_rules import erase, find_rules

SHARP = 300  # dots per inch at which letters are recognised best
WINDOW = 260  # pixels each way from the middle of a crop that tell which way up it lies
MARGIN = 12  # white pixels around a crop

Area = tuple[int, int, int, int]  # x0, y0, x1, y1 in pixels


@dataclass(slots=True)
class Prepared:
    """A page that waits for its words. `sample`: some of its crops, to find out which way up it lies."""

    page: Page
    crops: list[Crop]
    dpi: float
    picture: Picture

    @property
    def sample(self) -> list[Crop]:
        return sorted(self.crops, key=lambda crop: -crop.width * crop.height)[:2]


def prepare(picture: Picture, number: int) -> Prepared:
    """The page's rules, and a crop for each cell and each piece of text outside of tables."""
    across, down, mask = find_rules(picture)
    height, width = picture.grey.shape
    scale = 72 / picture.dpi
    page = Page(number, width * scale, height * scale, [], across, down, scanned=True)
    grids, _ = grids_of(page)

    def pixel(points: float) -> int:
        return round(points / scale)

    clean = Picture(erase(picture.grey, mask), picture.dpi)
    ink = _without_specks(clean.ink)
    clean.grey[clean.ink & ~ink] = 255
    areas: list[Area] = []
    outside = ink.copy()
    for grid in grids:
        x0, y0, x1, y1 = pixel(grid.xs[0]), pixel(grid.top), pixel(grid.xs[-1]), pixel(grid.bottom)
        outside[max(0, y0 - 2) : y1 + 3, max(0, x0 - 2) : x1 + 3] = False
        areas += [(pixel(box.x0), pixel(box.y0), pixel(box.x1), pixel(box.y1)) for box in grid.boxes]
    crops = [crop for area in areas if (crop := _crop(clean, ink, area))]
    crops += [crop for area in _pieces(outside, picture.dpi) if (crop := _crop(clean, outside, area))]
    return Prepared(page, crops, picture.dpi, picture)


def finish(prepared: Prepared, seen: list[list[Seen]]) -> Page:
    """The page with the recognised words, in points."""
    scale = 72 / prepared.dpi
    page = prepared.page
    heights = [word.line_bottom - word.line_top for words in seen for word in words]
    size = float(np.median(heights)) * scale if heights else 10.0
    page.words = [_word(word, scale, size) for words in seen for word in words if _is_text(word)]
    return page


def turned(crop: Crop, turns: int) -> Crop:
    """The middle of the crop turned by quarters, counter-clockwise, as a block."""
    pixels = np.frombuffer(crop.pixels, dtype=np.uint8).reshape(crop.height, crop.width)
    x, y = max(0, crop.width // 2 - WINDOW), max(0, crop.height // 2 - WINDOW)
    grey = np.ascontiguousarray(np.rot90(pixels[y : y + 2 * WINDOW, x : x + 2 * WINDOW], turns))
    return replace(crop, pixels=grey.tobytes(), width=grey.shape[1], height=grey.shape[0], single=False)


def _word(seen: Seen, scale: float, size: float) -> Word:
    base = (seen.line_top + seen.line_bottom) / 2 * scale + 0.3 * size
    box = (seen.x0 * scale, seen.x1 * scale, seen.top * scale, seen.bottom * scale)
    return Word(seen.text, *box, base, size, sure=seen.sure)


def _is_text(word: Seen) -> bool:
    """Not a remnant of a rule or a speck."""
    return any(map(str.isalnum, word.text)) or (word.sure > 0.3 and word.text.strip("|_¦~`'‘’") != "")


def _without_specks(ink: Mask) -> Mask:
    """Ink that has at least two inked neighbours."""
    padded = np.pad(ink, 1).astype(np.uint8)
    near = sum(
        padded[1 + dy : 1 + dy + ink.shape[0], 1 + dx : 1 + dx + ink.shape[1]]
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        if dy or dx
    )
    out: Mask = ink & (near >= 2)
    return out


def _crop(picture: Picture, ink: Mask, area: Area) -> Crop | None:
    """The inked part of an area, enlarged, with a white margin; None for an empty one."""
    x0, y0, x1, y1 = area
    inset = round(0.012 * picture.dpi)
    x0, y0, x1, y1 = x0 + inset, y0 + inset, x1 - inset, y1 - inset
    part = ink[max(0, y0) : y1, max(0, x0) : x1]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if part.sum() < 0.0004 * picture.dpi**2 or not len(rows) or rows[-1] - rows[0] < 0.025 * picture.dpi:
        return None
    top, bottom = max(0, y0) + int(rows[0]), max(0, y0) + int(rows[-1]) + 1
    left, right = max(0, x0) + int(columns[0]), max(0, x0) + int(columns[-1]) + 1
    piece = picture.grey[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2]
    scale = max(1.0, SHARP / picture.dpi)
    image = Image.fromarray(piece)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    framed = Image.new("L", (size[0] + 2 * MARGIN, size[1] + 2 * MARGIN), 255)
    framed.paste(image.resize(size, Image.Resampling.BICUBIC), (MARGIN, MARGIN))
    x, y = max(0, left - 2) - MARGIN / scale, max(0, top - 2) - MARGIN / scale
    single = bottom - top < 0.24 * picture.dpi
    return Crop(framed.tobytes(), framed.width, framed.height, x, y, scale, single, MARGIN)


def _pieces(ink: Mask, dpi: float) -> Iterator[Area]:
    """Text outside of tables cut into lines, and lines into parts at wide gaps (a recursive cut along blank lanes)."""
    height, width = ink.shape
    yield from _cut_rows(ink, (0, 0, width, height), dpi, 0)


def _cut_rows(ink: Mask, area: Area, dpi: float, depth: int) -> Iterator[Area]:
    x0, y0, x1, y1 = area
    for top, bottom in _runs(ink[y0:y1, x0:x1].any(axis=1), 0.012 * dpi):
        yield from _cut_columns(ink, (x0, y0 + top, x1, y0 + bottom), dpi, depth + 1)


def _cut_columns(ink: Mask, area: Area, dpi: float, depth: int) -> Iterator[Area]:
    x0, y0, x1, y1 = area
    parts = list(_runs(ink[y0:y1, x0:x1].any(axis=0), 0.25 * dpi))
    for left, right in parts:
        piece = (x0 + left, y0, x0 + right, y1)
        if len(parts) > 1 and depth < 6:
            yield from _cut_rows(ink, piece, dpi, depth)
        else:
            pad = round(0.02 * dpi)
            yield (piece[0] - pad, piece[1] - pad, piece[2] + pad, piece[3] + pad)


def _runs(inked: Any, gap: float) -> Iterator[tuple[int, int]]:
    """(start, end) of inked stretches; gaps shorter than `gap` do not part them."""
    edges = np.flatnonzero(np.diff(inked.astype(np.int8), prepend=0, append=0))
    start = end = -1
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if start < 0:
            start, end = a, b
        elif a - end < gap:
            end = b
        else:
            yield start, end
            start, end = a, b
    if start >= 0:
        yield start, end
