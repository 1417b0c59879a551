"""Where the drawn pages of a file on its way in lie: a cache beside the data, made anew by reading again."""

from pathlib import Path

from django.conf import settings

from caitien_web.plans.models import PlanImport

PRINTED = ("docx", "doc", "odt", "rtf", "xml")  # formats that have pages only once an office program prints them


def folder_of(imported: PlanImport) -> Path:
    """The folder of its pages: page-1.png …"""
    return Path(settings.DATA) / "cache" / "imports" / str(imported.pk)


def picture_of(imported: PlanImport, number: int) -> Path | None:
    """The picture of one page; None where it is not drawn."""
    path = folder_of(imported) / f"page-{number}.png"
    return path if 1 <= number <= imported.pictures and path.is_file() else None


def has_printed_pages(imported: PlanImport) -> bool:
    """Is it a Word file, whose pages LibreOffice can draw?"""
    return imported.format in PRINTED
