"""Refusals of actions become messages on the page they came from."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from caitien_web.ui.refusal import Refusal


class RefusalsOnThePage:
    """Answers a `Refusal` that a view let pass: JSON asks get 422, forms go back to their page with the message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: Any, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        text = str(exception)
        if "application/json" in request.headers.get("Accept", "") or request.content_type == "application/json":
            return JsonResponse({"message": text}, status=422)
        if request.htmx:
            return render(request, "ui/refusal.html", {"text": text}, status=422)
        messages.error(request, text)
        back = request.headers.get("Referer", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
        return HttpResponseRedirect(back if safe else "/")
