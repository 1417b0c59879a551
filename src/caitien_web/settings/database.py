"""The database: SQLite in the data folder without any setting, PostgreSQL by DATABASE_URL."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

# Without these, SQLite lost writes to "database is locked" when several people saved at once.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728;"
    ),
}
# Compiling a query takes PostgreSQL longer than any of the site's queries runs.
QUICK_START = {"options": "-c jit=off"}


def database(folder: Path) -> dict[str, Any]:
    """Django's setting for the one database."""
    if url := os.environ.get("DATABASE_URL"):
        found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
        if "sqlite3" not in found["ENGINE"]:
            return found | {"OPTIONS": QUICK_START | found.get("OPTIONS", {})}
        return found | {"OPTIONS": SQLITE_OPTIONS}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "caitien.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,
    }
