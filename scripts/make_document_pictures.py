"""Pictures of the documents that the sample plans become: the first page and the first one of the plan's table.

The documents are PDFs of the library's own writer, drawn by pdfium. make_docs.py writes what is missing;
`python scripts/make_document_pictures.py` draws all of them anew, and `make golden` also the small grey pages that
tests/library/formats/test_golden_pages.py compares with, also those of plans that are hard to lay out.
"""

import io
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PLANS = ("mam-non-tt57", "tieu-hoc-9-cot", "thcs-10-cot")
GOLDEN = ROOT / "tests" / "library" / "formats" / "golden"
SHOWN = (0, 1)  # the opening, which is portrait, and the table's first page, which is landscape
WIDTH, GREY_WIDTH = 900, 200
DESK, GAP = 215, 12


def pdf_of(name: str) -> bytes:
    """The PDF of a sample plan, or of a hard one of the tests."""
    from caitien.formats import write_document
    from caitien.layouts.compose import compose
    from caitien.plan import from_json

    sample = ROOT / "samples" / f"{name}.json"
    plan = from_json(json.loads(sample.read_text("utf-8"))) if sample.exists() else hard_plans()[name]()
    return write_document(compose(plan), ".pdf")


def hard_plans() -> dict[str, Any]:
    """The tests' hard plans by name, each as a function that builds it."""
    sys.path.append(str(ROOT / "tests"))
    from library.formats.hard_plans import HARD

    return HARD


def pages(pdf: bytes, width: int) -> list[Any]:
    """The pages as grey pictures of this width."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as file:
        return [page.render(scale=width / page.get_width(), grayscale=True).to_pil() for page in file]


def picture(name: str) -> bytes:
    """The shown pages of a plan's document, one below the other on a grey desk, as a PNG of sixteen greys."""
    from PIL import Image

    drawn = pages(pdf_of(name), WIDTH)
    shown = [drawn[at] for at in SHOWN]
    desk = Image.new("L", (WIDTH + 2 * GAP, GAP + sum(page.height + GAP for page in shown)), DESK)
    top = GAP
    for page in shown:
        desk.paste(page, (GAP, top))
        top += page.height + GAP
    return _png(desk.quantize(16))


def golden_pages(name: str) -> dict[str, bytes]:
    """File name and PNG of each page of a plan's document, small and grey."""
    drawn = enumerate(pages(pdf_of(name), GREY_WIDTH), 1)
    return {f"{name}-{number:02}.png": _png(page.convert("L")) for number, page in drawn}


def _png(image: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    for name in PLANS:
        (IMAGES / f"{name}.png").write_bytes(picture(name))
    if "--golden" not in sys.argv:
        return
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.png"):
        old.unlink()
    for name in (*PLANS, *hard_plans()):
        for file, data in golden_pages(name).items():
            (GOLDEN / file).write_bytes(data)


if __name__ == "__main__":
    main()
