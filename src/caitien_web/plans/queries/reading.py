"""What the product has understood of a row's texts, in words: "9/2026 – 5/2027", "12.500.000 đ"."""

from datetime import date

from caitien_web.plans.models import PlanItem
from caitien_web.ui.vn import day, dong

RECURRENCES = {
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "semester": "mỗi học kỳ",
    "yearly": "hằng năm",
    "ongoing": "thường xuyên",
}


def understood(row: PlanItem, field: str) -> str:
    """The reading of one cell; "" for cells that are read by nobody, or empty."""
    if not getattr(row, field, ""):
        return ""
    if field == "time_text":
        return _time(row)
    if field == "budget_text":
        return "Không rõ số tiền" if row.budget_vnd is None else dong(row.budget_vnd)
    if field == "owner_text":
        helpers = f"; phối hợp: {', '.join(row.supporting)}" if row.supporting else ""
        return f"Chủ trì: {', '.join(row.owners)}{helpers}" if row.owners else "Không rõ ai chủ trì"
    return ""


def understood_of_row(row: PlanItem) -> list[tuple[str, str]]:
    """Label and reading of all cells of a row that are read."""
    told = (("Thời gian", "time_text"), ("Kinh phí", "budget_text"), ("Người thực hiện", "owner_text"))
    return [(label, reading) for label, field in told if (reading := understood(row, field))]


def _time(row: PlanItem) -> str:
    start, end = _date(row.start), _date(row.end)
    often = RECURRENCES.get(row.recurrence, "")
    if start and end:
        span = start if start == end else f"{start} – {end}"
    else:
        span = f"Từ {start}" if start else f"Đến {end}" if end else ""
    return ", ".join(part for part in (span, often) if part) or "Không hiểu thời gian này"


def _date(text: str) -> str:
    """2026-09 as 9/2026, 2026-09-05 as 05/9/2026."""
    parts = text.split("-") if text else []
    if len(parts) == 3:
        return day(date(*map(int, parts)))
    return f"{int(parts[1])}/{parts[0]}" if len(parts) == 2 else text
