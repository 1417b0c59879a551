"""Refusals of actions become messages on the page they came from; bare refusals of the server become pages."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import reswap, retarget

from caitien_web.ui.refusal import Refusal
from caitien_web.ui.views.failures import failure


class RefusalsOnThePage:
    """Answers a `Refusal` that a view let pass: JSON asks get 422, forms go back to their page with the message.

    Asks of htmx get the message alone, for the place of messages at the page's top.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed) and not answer.content:
            page = failure(request, 405)
            page["Allow"] = answer["Allow"]
            return page
        return answer

    def process_exception(self, request: Any, exception: Exception) -> HttpResponse | None:
        """The answer to a refusal; None for every other exception."""
        if not isinstance(exception, Refusal):
            return None
        text = str(exception)
        if "application/json" in request.headers.get("Accept", "") or request.content_type == "application/json":
            return JsonResponse({"message": text}, status=422)
        if request.htmx:
            told = render(request, "ui/refusal.html", {"text": text}, status=422)
            return reswap(retarget(told, "#thong-bao"), "innerHTML")
        messages.error(request, text)
        back = request.headers.get("Referer", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
        return HttpResponseRedirect(back if safe else "/")
