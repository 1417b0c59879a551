"""The documentation of the API, made of its own description; nothing is fetched from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from caitien_web.api.wiring import api


def documentation(request: HttpRequest) -> HttpResponse:
    """All endpoints by group, with what they take and give."""
    schema = api.get_openapi_schema()
    return render(request, "api/docs.html", {"groups": _groups(schema), "info": schema["info"]})


def _groups(schema: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for address, ways in schema["paths"].items():
        for method, way in ways.items():
            groups.setdefault(way["tags"][0], []).append(
                {
                    "method": method.upper(),
                    "address": address,
                    "summary": way["summary"],
                    "description": way.get("description", ""),
                    "parameters": way.get("parameters", []),
                    "answers": ", ".join(str(status) for status in way["responses"]),
                }
            )
    return list(groups.items())
