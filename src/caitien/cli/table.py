"""A plan as a table for people, on the terminal."""

from rich.box import ROUNDED
from rich.console import Console
from rich.table import Table

from caitien.findings import Finding
from caitien.plan import Item, Plan
from caitien.reading import Reading

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
        ("Năm học", document.school_year.replace("-", " - ") if document.school_year else period),
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
    table = Table(box=ROUNDED, show_lines=True, title=f"{len(plan.items)} nội dung cải tiến", title_style="bold")
    table.add_column("TT", justify="right")
    for heading, ratio in (
        ("Tiêu chí", 2),
        ("Kết quả cần đạt", 4),
        ("Giải pháp", 5),
        ("Chủ trì, phối hợp", 3),
        ("Thời gian", 2),
    ):
        table.add_column(heading, ratio=ratio)
    table.add_column("Kinh phí", justify="right")
    for number, item in enumerate(plan.items, 1):
        table.add_row(str(number), *(_shortened(text) for text in _cells(item)), _money(item))
    return table


def _cells(item: Item) -> tuple[str, ...]:
    criterion = " ".join(text for text in (item.criterion, item.criterion_title) if text)
    target = item.target_result or item.weakness or ""
    work = item.solution or item.task or ""
    who = ", ".join(item.owners) + (f"\n(phối hợp: {', '.join(item.supporting)})" if item.supporting else "")
    when = " → ".join(text for text in (day_in_words(item.start), day_in_words(item.end)) if text)
    return criterion or item.improvement or "", target, work, who or item.owner_text or "", when or item.time_text or ""


def _money(item: Item) -> str:
    if item.budget_vnd:
        return f"{item.budget_vnd:,} đ".replace(",", ".")
    return MONEY_NAMES[item.budget_vnd] or item.budget_text or ""


def _shortened(text: str, limit: int = 140) -> str:
    flat = " ".join(text.split()) if len(text) > limit else text
    cut = flat if len(flat) <= limit else flat[: flat.rfind(" ", 0, limit)] + " …"
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
