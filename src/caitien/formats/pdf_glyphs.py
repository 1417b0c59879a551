"""The words and rules of a page of a text PDF, drawn by PDFium (by way of pypdfium2's raw interface: 6 ms a page).

Hidden text and white strokes are left out; text in a legacy Vietnamese typeface is decoded by the typeface's name.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from caitien.formats.pdf_page import Page, Rule, Word

THIN = 3.5  # points: a filled rectangle no thicker than this is a rule
SHORTEST = 4.0  # points: strokes shorter than this are ornaments
ASCENT, DESCENT = 0.78, 0.22  # of the size: boxes that PDFium gives are those of the single letter in some files
INVISIBLE = 3  # the text rendering mode of the recognised layer under a scanned page

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """How a text object is set: typeface, weight, slant, and whether a reader sees it, size in points."""

    name: str
    bold: bool
    italic: bool
    hidden: bool
    size: float


@dataclass(slots=True)
class Glyph:
    text: str
    x0: float
    x1: float
    base: float
    size: float
    face: Face
    piece: int  # address of the text object that draws it


def draw(document: Any, number: int) -> Page:
    """Page `number` (from 1) of a pypdfium2 document."""
    page = document[number - 1]
    try:
        turn = _Turn(page)
        glyphs = _glyphs(page, turn)
        down, across = _rules(page, turn)
        width, height = turn.size
        return Page(number, width, height, words_of(glyphs, down), across, down)
    finally:
        page.close()


class _Turn:
    """From the page's own coordinates to upright ones. What is upright is told by the letters, not by /Rotate."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_cropbox()
        self.left, self.bottom, self.wide, self.high = left, bottom, right - left, top - bottom
        self.quarter = 0

    @property
    def size(self) -> Point:
        return (self.wide, self.high) if self.quarter % 2 == 0 else (self.high, self.wide)

    def point(self, x: float, y: float) -> Point:
        x, y = x - self.left, y - self.bottom
        if self.quarter == 0:
            return x, self.high - y
        if self.quarter == 1:
            return y, x
        if self.quarter == 2:
            return self.wide - x, y
        return self.high - y, self.wide - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def _glyphs(page: Any, turn: _Turn) -> list[Glyph]:
    text_page = page.get_textpage()
    try:
        raw = text_page.raw
        count = pdfium.FPDFText_CountChars(raw)
        turn.quarter = _sideways(raw, count)
        faces: dict[int, Face] = {}
        drawn = (_glyph(raw, index, turn, faces) for index in range(count))
        return [glyph for glyph in drawn if glyph]
    finally:
        text_page.close()


def _sideways(raw: Any, count: int) -> int:
    """Quarter turns that set most of the page's text upright, judged by a sample of its letters."""
    step = max(1, count // 60)
    angles = Counter(
        round(pdfium.FPDFText_GetCharAngle(raw, index) / (math.pi / 2)) % 4 for index in range(0, count, step)
    )
    return -angles.most_common(1)[0][0] % 4 if angles else 0


_RECT = pdfium.FS_RECTF()
_X, _Y = ctypes.c_double(), ctypes.c_double()


def _glyph(raw: Any, index: int, turn: _Turn, faces: dict[int, Face]) -> Glyph | None:
    code = pdfium.FPDFText_GetUnicode(raw, index)
    if code in (10, 13) or not code:
        return None
    obj = pdfium.FPDFText_GetTextObject(raw, index)
    if not obj:  # a blank that PDFium made up between two words
        return None
    address = ctypes.cast(obj, ctypes.c_void_p).value or 0
    face = faces.get(address)
    if face is None:
        face = faces[address] = _face(obj)
    pdfium.FPDFText_GetLooseCharBox(raw, index, _RECT)
    pdfium.FPDFText_GetCharOrigin(raw, index, _X, _Y)
    x0, top, x1, bottom = turn.box(_RECT.left, _RECT.bottom, _RECT.right, _RECT.top)
    letter = "-" if code == 2 else chr(code)  # PDFium writes 2 for a hyphen at a line's end
    base = turn.point(_X.value, _Y.value)[1]
    size = face.size or bottom - top
    return Glyph(letter, x0, x1, base, size, face, address)


def _face(obj: Any) -> Face:
    font = pdfium.FPDFTextObj_GetFont(obj)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    low = name.lower()
    mode = pdfium.FPDFTextObj_GetTextRenderMode(obj)
    slanted = "italic" in low or "oblique" in low
    return Face(name, "bold" in low or "black" in low or mode == 2, slanted, mode == INVISIBLE, _size(obj))


def _size(obj: Any) -> float:
    """The letters' size in points on the page: the text's own size times the scale of its matrix."""
    size = ctypes.c_float()
    if not pdfium.FPDFTextObj_GetFontSize(obj, size):
        return 0.0
    _, _, c, d, _, _ = _matrix(obj)
    return abs(size.value) * math.hypot(c, d)


def words_of(glyphs: list[Glyph], down: list[Rule]) -> list[Word]:
    """The glyphs in drawing order as words: parted at blanks, gaps, jumps, changes of typeface and vertical rules."""
    decode = _decoder()
    words: list[Word] = []
    run: list[Glyph] = []
    blank_before = True
    for glyph in glyphs:
        blank = glyph.text.isspace() and glyph.text != "\xa0"
        if run and (blank or _parts(run[-1], glyph) or _is_walled_off(run, glyph, down)):
            words += _word(run, decode, blank_before)
            blank_before = blank or not _touches(run[-1], glyph)
            run = []
        elif blank:
            blank_before = True
        if not blank and not glyph.face.hidden:
            run.append(glyph)
    return words + (_word(run, decode, blank_before) if run else [])


def _touches(a: Glyph, b: Glyph) -> bool:
    return abs(b.base - a.base) < 0.3 * a.size and abs(b.x0 - a.x1) < 0.12 * a.size


def _parts(a: Glyph, b: Glyph) -> bool:
    if b.face is not a.face and (b.face.name != a.face.name):
        return True
    jump = abs(b.base - a.base) > 0.3 * a.size
    return jump or not -0.5 * a.size < b.x0 - a.x1 < 0.13 * a.size


def _is_walled_off(run: list[Glyph], glyph: Glyph, down: list[Rule]) -> bool:
    """Whether the glyph is set anew in the next cell, right after a text that fills its own cell or runs over it."""
    if run[-1].piece == glyph.piece:
        return False
    return any(run[0].x0 < rule.at < glyph.x0 + 1 and rule.start < glyph.base < rule.end + 3 for rule in down)


def _word(run: list[Glyph], decode: Callable[[str, str], str], blank_before: bool) -> list[Word]:
    text = decode("".join(glyph.text for glyph in run), run[0].face.name)
    if not text.strip():
        return []
    first = run[0]
    x0, x1 = min(g.x0 for g in run), max(g.x1 for g in run)
    face = first.face
    top, bottom = first.base - ASCENT * first.size, first.base + DESCENT * first.size
    return [Word(text, x0, x1, top, bottom, first.base, first.size, face.bold, face.italic, not blank_before)]


def _decoder() -> Callable[[str, str], str]:
    """A function (text, typeface) → Unicode; the typeface's name tells TCVN3 and VNI."""
    try:
        from caitien.vietnamese.encodings import decode_legacy, legacy_encoding
    except ImportError:
        return lambda text, face: text
    known: dict[str, Any] = {}

    def decode(text: str, face: str) -> str:
        if face not in known:
            known[face] = legacy_encoding(face.rpartition("+")[2])
        return decode_legacy(text, known[face]) if known[face] else text

    return decode


def _rules(page: Any, turn: _Turn) -> tuple[list[Rule], list[Rule]]:
    """(vertical, horizontal) rules of the page's drawings, those inside form objects too."""
    down: list[Rule] = []
    across: list[Rule] = []
    for a, b in _strokes(page.raw, None, 0):
        (x0, y0), (x1, y1) = turn.point(*a), turn.point(*b)
        if abs(x1 - x0) < 1.0 and abs(y1 - y0) > SHORTEST:
            down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y1 - y0) < 1.0 and abs(x1 - x0) > SHORTEST:
            across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    return down, across


def _strokes(holder: Any, outer: Matrix | None, depth: int) -> list[tuple[Point, Point]]:
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    if depth:
        count, get = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
    out: list[tuple[Point, Point]] = []
    for index in range(count(holder)):
        obj = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            out += _path(obj, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 4:
            out += _strokes(obj, _times(_matrix(obj), outer), depth + 1)
    return out


def _path(obj: Any, outer: Matrix | None) -> list[tuple[Point, Point]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(obj, fill, stroke)
    if not (stroke.value and _seen(obj, pdfium.FPDFPageObj_GetStrokeColor)):
        if not (fill.value and _seen(obj, pdfium.FPDFPageObj_GetFillColor)):
            return []
        return [line for shape in _shapes(obj, outer) for line in _thin(shape)]
    return [line for shape in _shapes(obj, outer) for line in pairwise(shape)]


def _shapes(obj: Any, outer: Matrix | None) -> list[list[Point]]:
    """The path's straight pieces as lists of corners, closed ones with the first corner again at the end."""
    matrix = _times(_matrix(obj), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    shapes: list[list[Point]] = []
    for index in range(pdfium.FPDFPath_CountSegments(obj)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _move(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not shapes:
            shapes.append([point])
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            shapes[-1].append(point)
        else:  # a curve is no rule: go on after it
            shapes.append([point])
        if pdfium.FPDFPathSegment_GetClose(segment) and len(shapes[-1]) > 1:
            shapes[-1].append(shapes[-1][0])
    return [shape for shape in shapes if len(shape) > 1]


def _thin(shape: list[Point]) -> list[tuple[Point, Point]]:
    """A filled shape as a rule along its middle, if it is thin enough."""
    xs, ys = [p[0] for p in shape], [p[1] for p in shape]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    if high <= THIN < wide:
        return [((min(xs), middle_y), (max(xs), middle_y))]
    if wide <= THIN < high:
        return [((middle_x, min(ys)), (middle_x, max(ys)))]
    return []


def _seen(obj: Any, colour: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(obj, red, green, blue, alpha):
        return True
    return alpha.value > 20 and min(red.value, green.value, blue.value) < 245


def _matrix(obj: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806  (the PDF reference's letters)
    return a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F


def _move(m: Matrix, x: float, y: float) -> Point:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
