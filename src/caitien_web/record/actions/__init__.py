"""What is done to records: asked for, fetched; brought in, confirmed, dropped."""

from caitien_web.record.actions.bringing import bring_record, drop_record, read_again
from caitien_web.record.actions.exporting import ask_export, delete_old_exports, fetch_export, make_export
from caitien_web.record.actions.taking_in import begin_reading, confirm_record, read_record, take_in

__all__ = [
    "ask_export",
    "begin_reading",
    "bring_record",
    "confirm_record",
    "delete_old_exports",
    "drop_record",
    "fetch_export",
    "make_export",
    "read_again",
    "read_record",
    "take_in",
]
