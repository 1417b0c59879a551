"""A day as people type it on the command line."""

from datetime import date, datetime

from caitien.findings import CannotRead


def day_of(text: str) -> date:
    """The day in "2026-09-01" or "01/09/2026"; CannotRead for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise CannotRead(f"Ngày “{text}” chưa đúng; viết như 2026-09-01 hoặc 01/09/2026.")
