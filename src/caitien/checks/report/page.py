"""The report as one page for print."""

from caitien.checks.report import Report


def page_of(report: Report) -> str:
    """HTML."""
    return report.file
