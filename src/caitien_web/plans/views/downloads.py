"""Handing out documents as files: never shown as a page of the site, with a name in proper letters."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header

from caitien_web.plans.queries.documents import Made


def download(made: Made, request: HttpRequest | None = None) -> HttpResponse:
    """The document as a download; one that the asker already has is not sent again."""
    etag = f'"{made.etag}"' if made.etag else ""
    if etag and request is not None and etag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": etag})
    response = HttpResponse(made.data, content_type=made.format.content_type)
    response["Content-Disposition"] = content_disposition_header(True, made.name) or "attachment"
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if etag:
        response["ETag"] = etag
    return response
