"""A plan as a table for people, on the terminal."""

from typing import Any

from rich.box import ROUNDED
from rich.console import Console
from rich.table import Table

from caitien.findings import Finding
from caitien.plan import Item, Plan
from caitien.reading import Reading
from caitien.vietnamese.years import say_years

# How the columns share the width. Times have room for a day with its arrow, sums for a milliard.
COLUMNS: tuple[dict[str, Any], ...] = (
    *({"ratio": ratio, "overflow": "fold"} for ratio in (4, 5, 6, 4)),
    {"width": 12},
    {"max_width": 20, "justify": "right"},
)
MONEY_NAMES = {None: "", 0: "không"}


def print_reading(reading: Reading) -> None:
    """The plan's particulars, its items, the counts of its other parts and what was doubtful."""
    console = Console()
    plan = reading.plan
    console.print(_particulars(plan))
    console.print(_items(plan))
    console.print(_counts(plan))
    if reading.findings:
        console.print(f"\n[bold]Cần xem lại khi đọc ({len(reading.findings)}):[/bold]")
        for finding in reading.findings:
            console.print(_doubt(finding), markup=False)


def _particulars(plan: Plan) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column()
    document = plan.document
    period = f"{document.period.from_year} - {document.period.to_year}" if document.period else None
    for name, value in (
        ("Trường", plan.school.name),
        ("Cơ quan chủ quản", plan.school.governing_body),
        ("Số, ngày", ", ".join(text for text in (document.number, day_in_words(document.date)) if text)),
        ("Về việc", document.subject),
        ("Năm học", say_years(document.school_year) if document.school_year else period),
        ("Bộ tiêu chuẩn", plan.framework),
        (
            "Người ký",
            ", ".join(t for t in (plan.signatory.name, plan.signatory.title) if t) if plan.signatory else None,
        ),
    ):
        table.add_row(name, value or "—")
    return table


def day_in_words(day: str | None) -> str | None:
    """An ISO day as documents write it: 2026-09-05 → 05/9/2026."""
    if not day:
        return None
    year, month, date = ([*day.split("-"), "", ""])[:3]
    month = str(int(month)) if month and int(month) > 2 else month
    return "/".join(part for part in (date, month, year) if part)


def _items(plan: Plan) -> Table:
    """The items, one a row; columns that stay empty in this plan are left out."""
    table = Table(
        box=ROUNDED, show_lines=True, expand=True, title=f"{len(plan.items)} nội dung cải tiến", title_style="bold"
    )
    first = "Tiêu chí" if any(item.criterion for item in plan.items) else "Nội dung"
    headings = (first, "Kết quả cần đạt", "Giải pháp", "Chủ trì, phối hợp", "Thời gian", "Kinh phí")
    rows = [_cells(item) for item in plan.items]
    filled = [column for column in range(len(headings)) if any(row[column] for row in rows)]
    table.add_column("TT", justify="right")
    for column in filled:
        table.add_column(headings[column], **COLUMNS[column])
    for number, row in enumerate(rows, 1):
        table.add_row(str(number), *(_shortened(row[column]) for column in filled))
    return table


def _cells(item: Item) -> tuple[str, ...]:
    criterion = " ".join(text for text in (item.criterion, item.criterion_title) if text)
    target = item.target_result or item.weakness or ""
    work = item.solution or item.task or ""
    who = ", ".join(item.owners) + (f"\n(phối hợp: {', '.join(item.supporting)})" if item.supporting else "")
    when = _when(item) or item.time_text or ""
    return criterion or item.improvement or "", target, work, who or item.owner_text or "", when, _money(item)


def _when(item: Item) -> str:
    start, end = day_in_words(item.start), day_in_words(item.end)
    if start == end:
        return start or ""
    return f"{start or '…'} → {end or '…'}"


def _money(item: Item) -> str:
    if item.budget_vnd:
        return f"{item.budget_vnd:,} đ".replace(",", ".")
    return MONEY_NAMES[item.budget_vnd] or item.budget_text or ""


def _shortened(text: str, limit: int = 140) -> str:
    cut = text if len(text) <= limit else text[: max(text.rfind(" ", 0, limit), text.rfind("\n", 0, limit))] + " …"
    return cut.replace("[", r"\[")


def _counts(plan: Plan) -> str:
    parts = (
        ("căn cứ", len(plan.legal_bases)),
        ("mục đích, yêu cầu", len(plan.purposes)),
        ("vấn đề trọng tâm", len(plan.problems)),
        ("đợt theo dõi", len(plan.reviews)),
        ("bộ phận được phân công", len(plan.organisation)),
        ("nơi nhận", len(plan.recipients)),
    )
    return "Ngoài ra: " + ", ".join(f"{count} {name}" for name, count in parts if count) + "."


def _doubt(finding: Finding) -> str:
    return f"  {finding.code}  {finding.message}"
