"""What every template knows of the page: the unit it is about and the person's rights there."""

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """`unit`, `rights`, `my_units`: set on the request by `schools.access.enter`; empty on pages of no unit."""
    return {
        "unit": getattr(request, "unit", None),
        "rights": getattr(request, "rights", frozenset()),
        "my_units": getattr(request, "my_units", []),
    }
