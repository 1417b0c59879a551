"""An invented document as a scan: the pages of its PDF as grey pictures, a little askew, with dust."""

from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from corpus.compose import Document, Style
from corpus.invent.random_choice import Choice
from corpus.render.pdf import write_pdf

DPI = 200


def scanned_pages(pdf: Path, seed: int) -> list[Image.Image]:
    """The pages as a scanner at 200 dpi gives them."""
    choice, noise = Choice("scan", seed), np.random.default_rng(seed)
    source = pypdfium2.PdfDocument(pdf)
    pages = [source[at].render(scale=DPI / 72, grayscale=True).to_pil() for at in range(len(source))]
    source.close()
    return [_worn(page, choice, noise) for page in pages]


def _worn(page: Image.Image, choice: Choice, noise: np.random.Generator) -> Image.Image:
    angle = choice.number(-7, 7) / 10
    turned = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(choice.number(0, 5) / 10))
    grains = np.asarray(soft, np.float32) + noise.normal(0, 6, (soft.height, soft.width))
    return Image.fromarray(np.clip(grains, 0, 250).astype(np.uint8))


def write_scan(document: Document, path: Path, style: Style, seed: int) -> None:
    """Write the scan to `path`: pictures in a PDF, or one PNG where the path says so and the plan fits a page."""
    drawn = path.with_suffix(".drawn.pdf")
    write_pdf(document, drawn, style, seed)
    first, *others = scanned_pages(drawn, seed)
    drawn.unlink()
    first.save(path, "PDF", resolution=DPI, save_all=True, append_images=others, quality=85)
