"""A school's record is written: rows, files, documents, and the page that leads through them."""

from caitien_web.record.packing.pack import Packed, pack

__all__ = ["Packed", "pack"]
