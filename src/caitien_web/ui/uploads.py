"""No upload fills the disk: what is larger than any page accepts is not kept while it comes in."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from caitien_web.ui.refusal import Refusal

MOST_BYTES = 220_000_000  # a whole folder of plans in one .zip; each page sets its own, lower limit


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handlers and lets no file grow beyond MOST_BYTES; `request.was_too_large` tells it."""

    received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MOST_BYTES:
            if self.request is not None:
                self.request.was_too_large = True  # type: ignore[attr-defined]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class TooLargeToSend(Refusal):
    """The file was so large that it was not taken in at all."""


def refuse_too_large(request: Any) -> None:
    """Say so where a file of this request was too large to come in."""
    _ = request.FILES
    if getattr(request, "was_too_large", False):
        raise TooLargeToSend(f"Tệp nặng quá {MOST_BYTES // 1_000_000} MB nên không nhận được. Chọn tệp nhỏ hơn.")
