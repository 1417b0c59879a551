"""The lines of a crop by its blank rows, for blocks in which Tesseract took a row of tone marks for a line."""

import numpy as np
from PIL import Image

DARK = 150


def split_lines(image: Image.Image, margin: int) -> list[tuple[int, Image.Image]]:
    """(top, picture of the line with a white margin) from top to bottom."""
    grey = np.asarray(image)
    rows = (grey < DARK).sum(axis=1)
    inked = rows > 0.04 * rows.max(initial=0)
    edges = np.flatnonzero(np.diff(inked.astype(np.int8), prepend=0, append=0)).tolist()
    bands = _with_marks(list(zip(edges[::2], edges[1::2], strict=True)))
    out = []
    for top, bottom in bands:
        start, end = max(0, top - 3), min(image.height, bottom + 3)
        framed = Image.new("L", (image.width, end - start + 2 * margin), 255)
        framed.paste(image.crop((0, start, image.width, end)), (0, margin))
        out.append((start - margin, framed))
    return out


def _with_marks(bands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Thin bands (marks above letters, dots below) joined to the nearer letters."""
    if not bands:
        return []
    tall = 0.5 * max(bottom - top for top, bottom in bands)
    letters = [n for n, (top, bottom) in enumerate(bands) if bottom - top >= tall]
    reach = {n: list(bands[n]) for n in letters}
    for n, (top, bottom) in enumerate(bands):
        if n in reach:
            continue
        below = next((k for k in letters if k > n), None)
        above = next((k for k in reversed(letters) if k < n), None)
        to_above = top - bands[above][1] if above is not None else 10**6
        to_below = bands[below][0] - bottom if below is not None else 10**6
        nearest = below if below is not None and to_below <= 1.5 * to_above else above
        if nearest is not None:
            reach[nearest] = [min(reach[nearest][0], top), max(reach[nearest][1], bottom)]
    return [(top, bottom) for top, bottom in reach.values()]
