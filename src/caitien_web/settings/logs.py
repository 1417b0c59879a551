"""Logs: to the terminal, or to the file that `caitien serve` names for each of its processes."""

import os
from typing import Any


def logs() -> dict[str, Any]:
    """Django's setting; CAITIEN_LOG is the level, WARNING where nothing is said."""
    file = os.environ.get("CAITIEN_LOG_FILE")
    handler: dict[str, Any] = {"class": "logging.StreamHandler", "formatter": "line"}
    if file:
        rotating = {"class": "logging.handlers.RotatingFileHandler", "filename": file, "encoding": "utf-8"}
        handler |= rotating | {"maxBytes": 2_000_000, "backupCount": 3, "delay": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"console": handler},
        "root": {"handlers": ["console"], "level": os.environ.get("CAITIEN_LOG", "WARNING")},
        # without this, Django would mail server errors to nobody and keep the trace from our file
        "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
    }
