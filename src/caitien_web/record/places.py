"""Where records lie while they are made, fetched, read and written: beside the kept files, never among them."""

import shutil
from pathlib import Path

from django.conf import settings

from caitien_web.record.models import RecordExport, RecordImport


def zip_of_export(made: RecordExport) -> Path:
    """The .zip that was made."""
    return _folder("exports") / f"{made.pk}.zip"


def zip_of_import(brought: RecordImport) -> Path:
    """The .zip that was brought in."""
    return _folder("imports") / f"{brought.pk}.zip"


def unpacked(brought: RecordImport) -> Path:
    """The folder into which it is unpacked."""
    return _folder("imports") / str(brought.pk)


def clear_import(brought: RecordImport) -> None:
    """What was brought in is needed no more."""
    zip_of_import(brought).unlink(missing_ok=True)
    shutil.rmtree(unpacked(brought), ignore_errors=True)


def _folder(name: str) -> Path:
    folder = Path(settings.DATA) / "records" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
