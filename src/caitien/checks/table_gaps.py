"""A gap in a column: told once for the table where most rows have it, row by row where few have."""

from caitien.checks.check import Subject


def is_whole_table(missing: list[int], subject: Subject) -> bool:
    """Whether the rows that lack something are to be told as one: all, or at least three that are more than half."""
    return len(missing) == len(subject.plan.items) or (len(missing) >= 3 and 2 * len(missing) > len(subject.plan.items))


def numbered(rows: list[int], limit: int = 8) -> str:
    """Rows as a sentence names them: "mục 1, 3, 5"."""
    names = ", ".join(str(row + 1) for row in rows[:limit])
    return f"mục {names}" + (f" và {len(rows) - limit} mục khác" if len(rows) > limit else "")
