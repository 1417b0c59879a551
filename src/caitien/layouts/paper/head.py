"""The head of every official document: who issues it, the nation, number, place and date."""

import re
from datetime import date

from caitien.blocks import Pair, Style
from caitien.blocks.marks import OPEN_MARK
from caitien.layouts.paper.texts import clean, paragraph

DOTS = "…"  # what is still to be filled in


def head(governing_body: str, unit: str, number: str | None, place_date: str, regarding: str = "") -> Pair:
    """The two columns over the title. `number` None and `place_date` "" leave their lines out.

    `regarding` is what a letter is about.
    """
    left = [
        paragraph(_capitals(text), style)
        for text, style in ((clean(governing_body), Style.GOVERNING_BODY), (clean(unit), Style.SCHOOL))
        if text
    ]
    if number is not None:
        left.append(paragraph(f"Số: {number_text(clean(number)) or DOTS}", Style.NUMBER))
    if clean(regarding):
        left.append(paragraph(f"V/v {clean(regarding)}", Style.REGARDING))
    right = [
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style.NATION),
        paragraph("Độc lập - Tự do - Hạnh phúc", Style.MOTTO),
        *([paragraph(place_date, Style.PLACE_DATE)] if place_date else []),
    ]
    return Pair(tuple(left), tuple(right))


def _capitals(name: str) -> str:
    """The name in capitals; a mark in it stays as it is, to be found like the others."""
    return "".join(piece if at % 2 else piece.upper() for at, piece in enumerate(OPEN_MARK.split(name)))


def number_text(number: str | None) -> str:
    """The document's number with a leading zero below ten; the sign behind it as written. "" for None."""
    return re.sub(r"^([1-9])(?=\s*/)", r"0\1", number or "")


def place_and_day(place: str, on: date | None) -> str:
    """ "An Bình, ngày 05 tháng 9 năm 2026"; dots for what is not known."""
    return f"{clean(place) or DOTS}, {day_said(on)}"


def day_said(on: date | None) -> str:
    """ "ngày 05 tháng 9 năm 2026"; dots for a day that is not known."""
    return f"ngày {day_number(on.day)} tháng {month_number(on.month)} năm {on.year}" if on else "ngày … tháng … năm …"


def day_number(day: int | str) -> str:
    return f"{int(day):02}"


def month_number(month: int | str) -> str:
    """Only the first two months have a zero, so that no 1 can be put before them."""
    return f"{int(month):02}" if int(month) <= 2 else str(int(month))
