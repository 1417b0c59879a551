"""A record that was judged is written into a school, all of it or nothing."""

from caitien_web.record.writing.write import write_record

__all__ = ["write_record"]
