"""`python -m caitien_web.serve.prepare`: brings database and static files up to date; prints what it found as JSON."""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any


def main() -> int:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien_web.settings")
    django.setup()
    from django.db.utils import OperationalError

    try:
        migrate()
    except OperationalError as error:
        import logging

        logging.getLogger(__name__).error("migrate: %s", error)
        print("Không mở được cơ sở dữ liệu. Kiểm tra DATABASE_URL, hoặc quyền ghi vào thư mục dữ liệu.")
        return 1
    collect_static()
    from caitien_web.schools.models import User

    print(json.dumps({"empty": not User.objects.exists()}))
    return 0


def migrate() -> None:
    """Apply migrations where there are new ones, and lay the table of the shared cache."""
    from django.core.management import call_command
    from django.db import connection

    tables = connection.introspection.table_names()
    if "django_migrations" not in tables or on_disk() - applied():
        call_command("migrate", verbosity=0, interactive=False)
    if "django_cache" not in tables:
        call_command("createcachetable", verbosity=0)


def on_disk() -> set[tuple[str, str]]:
    """App and name of every migration there is, by their files: reading them all would take half a second."""
    from django.apps import apps

    folders = ((config.label, Path(config.path) / "migrations") for config in apps.get_app_configs())
    return {(label, file.stem) for label, folder in folders for file in folder.glob("[0-9]*.py")}


def applied() -> set[tuple[str, str]]:
    """App and name of every migration that the database has been through."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return {(app, name) for app, name in cursor.fetchall()}


def collect_static() -> None:
    """Collect and compress static files where one of them, or the program, is another than last time."""
    from django.conf import settings
    from django.core.management import call_command

    mark: Path = settings.DATA / "static-files.sha256"
    seen = _fingerprint()
    if mark.exists() and mark.read_text("ascii") == seen and settings.STATIC_ROOT.is_dir():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(seen, "ascii")


def _fingerprint() -> str:
    """Names, sizes and times of all static files: quick to ask, and changed by every update."""
    from django.contrib.staticfiles.finders import get_finders

    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in _listed(finder):
            told = Path(storage.path(name)).stat()
            seen.update(f"{name} {told.st_size} {told.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _listed(finder: Any) -> list[tuple[str, Any]]:
    return sorted(finder.list([]), key=lambda found: str(found[0]))


if __name__ == "__main__":
    sys.exit(main())
