"""The pages of plans look as they did when somebody last looked: small grey pictures, by their mean difference.

Three are the samples, the others hard to lay out (`hard_plans`).

What was changed on purpose is drawn anew by `make golden`; look at the pictures before they are committed.
"""

import json
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from caitien.formats import pdf_write
from library.formats.hard_plans import HARD, LONG, LONG_NAME, MARK_UP, WITHOUT_END
from library.formats.pdf_written import text_of

ROOT = Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "scripts"))

from make_document_pictures import GOLDEN, GREY_WIDTH, IMAGES, PLANS, pages, pdf_of  # noqa: E402

# In greys of 256, after a blur that hides how the edges of letters are smoothed.
TOLERANCE = 0.8


@pytest.mark.parametrize("name", [*PLANS, *HARD])
def test_pages_look_as_before(name):
    far = differences(name)
    assert {page: much for page, much in far.items() if much > TOLERANCE} == {}, "look at them, then `make golden`"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("left: 30mm", "left: 29mm"), ("top: 20mm, bottom: 20mm", "top: 21mm, bottom: 20mm")],
    ids=["left margin", "top margin"],
)
def test_a_changed_margin_is_noticed(was, becomes, tmp_path, monkeypatch):
    design = pdf_write.TEMPLATE.read_text("utf-8")
    assert was in design
    changed = tmp_path / pdf_write.TEMPLATE.name
    changed.write_text(design.replace(was, becomes), "utf-8")
    monkeypatch.setattr(pdf_write, "TEMPLATE", changed)
    far = {name: max(differences(name).values()) for name in PLANS}
    assert {name: much for name, much in far.items() if much <= TOLERANCE} == {}


def test_smoothing_of_letters_is_not_noticed():
    for name in PLANS:
        for page in golden(name):
            assert 0 < difference(page.filter(ImageFilter.GaussianBlur(0.4)), page) <= TOLERANCE


@pytest.mark.parametrize("name", PLANS)
def test_documents_say_the_whole_table_of_the_sample(name):
    said = text_of(pdf_of(name))
    items = json.loads((ROOT / "samples" / f"{name}.json").read_text("utf-8"))["items"]
    fields = ("solution", "time_text", "owner_text", "budget_text", "resources", "weakness", "improvement")
    texts = [item[field] for item in items for field in fields if item.get(field)]
    assert texts
    assert [text for text in texts if "".join(text.split()) not in said] == []
    assert (IMAGES / f"{name}.png").stat().st_size < 150_000


def test_hard_texts_are_whole_on_the_page():
    assert len(LONG_NAME) >= 80 and len(LONG) == 3000
    said = text_of(pdf_of("kho-o-dai"))
    for text in (LONG_NAME.upper(), MARK_UP, WITHOUT_END):
        assert "".join(text.split()) in said


def differences(name: str) -> dict[str, float]:
    """How far each page is from the picture kept of it; a page too many or of another size is as far as can be."""
    drawn, kept = pages(pdf_of(name), GREY_WIDTH), golden(name)
    both = {f"{name}-{at}": difference(*pair) for at, pair in enumerate(zip(drawn, kept, strict=False), 1)}
    return both if len(drawn) == len(kept) else both | {f"{name}: {len(drawn)} pages, not {len(kept)}": 255.0}


def golden(name: str) -> list[Image.Image]:
    return [Image.open(path) for path in sorted(GOLDEN.glob(f"{name}-*.png"))]


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pages in greys, once blurred."""
    if abs(one.height - other.height) > 1:
        return 255.0
    soft = [page.convert("L").resize(other.size).filter(ImageFilter.GaussianBlur(1.5)) for page in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*soft)).mean[0])
