"""Pictures of pages as upright grey arrays: bounded in size, evenly lit, turned straight."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, UnidentifiedImageError

from caitien.findings import CannotRead

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

MOST_PIXELS = 80_000_000
INCHES = 8.27  # the short side of A4, the paper of every official document
FINEST = 300  # dots per inch that recognition profits from
STEEPEST = 5.0  # degrees of skew that are straightened


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as grey values (0 black … 255 white) at `dpi` dots per inch."""

    grey: Grey
    dpi: float

    @property
    def ink(self) -> Mask:
        return self.grey < 150


def pictures_in(data: bytes) -> Iterator[Image.Image]:
    """The pages of a picture file (TIFF may hold several), size checked before anything is unpacked."""
    with _opened(data) as image:
        for frame in range(getattr(image, "n_frames", 1)):
            image.seek(frame)
            check_size(*image.size)
            yield image.convert("L") if not _is_clear(image) else _on_white(image)


def frames_in(data: bytes) -> int:
    """How many pages a picture file holds. Raises CannotRead for a damaged one."""
    with _opened(data) as image:
        return int(getattr(image, "n_frames", 1))


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # check_size is stricter
            with Image.open(BytesIO(data)) as image:
                yield image
    except Image.DecompressionBombError:
        raise CannotRead("Ảnh quá lớn (trên 178 triệu điểm ảnh); hãy quét ở 200–300 dpi rồi đọc lại.") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise CannotRead("Tệp ảnh bị hỏng hoặc bị cắt, không đọc được; hãy quét hoặc chụp lại.") from None


def check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise CannotRead(f"Ảnh quá lớn ({width} × {height} điểm ảnh); hãy quét ở 200–300 dpi, khổ A4, rồi đọc lại.")
    if min(width, height) < 200:
        raise CannotRead(f"Ảnh quá nhỏ ({width} × {height} điểm ảnh) để nhận dạng chữ; hãy quét ở 200–300 dpi.")


def _is_clear(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _on_white(image: Image.Image) -> Image.Image:
    clear = image.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("L")


def upright(image: Image.Image) -> Picture:
    """The picture as a page: at most 300 dpi, paper made white, skew taken out."""
    dpi = min(image.size) / INCHES
    if dpi > FINEST:
        share = FINEST / dpi
        image = image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BOX)
        dpi = FINEST
    image = _evenly_lit(image)
    angle = skew_of(image)
    if abs(angle) > 0.04:
        image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    return Picture(np.asarray(image), dpi)


def _evenly_lit(image: Image.Image) -> Image.Image:
    """Paper to white: each place measured against the brightest grey around it (shadows of a photograph)."""
    small = image.resize((max(1, image.width // 16), max(1, image.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(3))
    ground = np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR))
    grey = np.asarray(image)
    lit = np.empty_like(grey)
    for top in range(0, len(grey), 256):  # in strips: the wider numbers take memory
        part = grey[top : top + 256].astype(np.uint16) * 250 // np.maximum(ground[top : top + 256], 60)
        lit[top : top + 256] = np.minimum(255, part)
    return Image.fromarray(lit)


def skew_of(image: Image.Image) -> float:
    """Degrees to turn the picture counter-clockwise so that its lines lie level, found by the sharpest profile."""
    share = 1000 / max(image.size)
    small = image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BOX)
    ys, xs = np.nonzero(np.asarray(small) < 170)
    if len(ys) < 50:
        return 0.0
    best = _sharpest(xs, ys, np.arange(-STEEPEST, STEEPEST + 0.01, 0.5))
    best = _sharpest(xs, ys, np.arange(best - 0.4, best + 0.41, 0.1))
    return _sharpest(xs, ys, np.arange(best - 0.08, best + 0.09, 0.02))


def _sharpest(xs: NDArray[Any], ys: NDArray[Any], angles: NDArray[np.float64]) -> float:
    def sharpness(angle: float) -> float:
        rows = (ys - xs * np.tan(np.radians(angle)) + 2000).astype(np.intp)
        return float(np.square(np.diff(np.bincount(rows).astype(np.float64))).sum())

    return max((float(angle) for angle in angles), key=sharpness)


def quarter(picture: Picture, turns: int) -> Picture:
    """The picture turned by quarters, counter-clockwise."""
    return Picture(np.ascontiguousarray(np.rot90(picture.grey, turns)), picture.dpi)
