"""Draw the papers that the user guide shows anew, from the invented school: `python scripts/make_paper_pictures.py`.

Lays the demonstration out in a folder of its own, composes the papers and puts their first pages side by side into
docs/user-guide/images. Look at them before you keep them.
"""

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "user-guide" / "images"
DAY = date(2026, 11, 26)  # today in the pictures
HIGH, GAP, GREY = 900, 12, 225  # pixels; the ground behind the sheets


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        os.environ |= {"CAITIEN_DATA": temporary, "CAITIEN_LOG_FILE": "", "CAITIEN_SECRET_KEY": "only for pictures"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "caitien_web.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        from caitien_web.demo.province import make_province

        make_province(DAY)
        for name, paper in papers().items():
            draw(name, paper)


def papers() -> dict[str, Any]:
    """The papers of the first school, by the names of their pictures."""
    from caitien_web.monitoring.models import Review
    from caitien_web.monitoring.papers.compose import Asked, compose
    from caitien_web.plans.models import SchoolPlan
    from caitien_web.schools.models import Decision, User

    head = User.objects.get(username="hieutruong.thsn").person
    unit, on = head.unit, DAY
    closed = SchoolPlan.objects.of(unit).filter(state="closed").latest("from_year")
    review = Review.objects.of(unit).filter(plan=closed).exclude(closed_at=None).latest("planned_on")
    ended = Asked(unit, review.planned_on + timedelta(days=3), plan=closed, subject=review)
    running = SchoolPlan.objects.of(unit).filter(state="under_way").latest("from_year")
    decision = Decision.objects.of(unit).filter(state="issued").latest("signed_on")
    return {
        "van-ban-quyet-dinh": compose("decision", Asked(unit, on, subject=decision)),
        "van-ban-tong-ket": compose("evaluation", ended),
        "van-ban-bien-ban": compose("review_minutes", ended),
        "van-ban-giao-viec": compose("assignment", Asked(unit, on, plan=running, subject=head)),
    }


def draw(name: str, paper: Any, most: int = 4) -> None:
    """The first pages of the paper in a row, small enough for a guide."""
    import pypdfium2

    from caitien import write_paper

    with pypdfium2.PdfDocument(write_paper(paper, ".pdf")) as file:
        sheets = [shrunk(page.render(scale=3).to_pil()) for page in list(file)[:most]]
    width = sum(sheet.width + GAP for sheet in sheets) + GAP
    ground = Image.new("RGB", (width, max(sheet.height for sheet in sheets) + 2 * GAP), (GREY,) * 3)
    at = GAP
    for sheet in sheets:
        ground.paste(sheet, (at, GAP))
        at += sheet.width + GAP
    ground.quantize(40, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


def shrunk(page: Image.Image) -> Image.Image:
    scale = HIGH / max(page.size)
    return page.resize((round(page.width * scale), round(page.height * scale)))


if __name__ == "__main__":
    main()
