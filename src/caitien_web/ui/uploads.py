"""No upload fills the disk: what is larger than any page accepts is not kept while it comes in."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from caitien_web.ui.refusal import Refusal

MOST_BYTES = 220_000_000  # a whole folder of plans in one .zip; each page sets its own, lower limit


def takes_up_to(most: int) -> Callable[[Any], Any]:
    """For the view of a page that takes in more than others: a whole school's record."""

    def marked(view: Any) -> Any:
        view.most_bytes = most
        return view

    return marked


def most_bytes(request: Any) -> int:
    """How large a file of this request may be; the address has been found before the body is read."""
    match = getattr(request, "resolver_match", None)
    return int(getattr(match.func, "most_bytes", MOST_BYTES)) if match else MOST_BYTES


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handlers: no file grows beyond `most_bytes`; `request.was_too_large` tells it."""

    received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > most_bytes(self.request):
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
        raise TooLargeToSend(
            f"Tệp nặng quá {most_bytes(request) // 1_000_000} MB nên không nhận được. Chọn tệp nhỏ hơn."
        )
