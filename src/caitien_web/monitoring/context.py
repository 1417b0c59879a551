"""What the head of every page shows of this app: how many notices are new."""

from typing import Any

from django.http import HttpRequest


def notices(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices`: it came with the account (`queries.notices.unread_with_account`)."""
    return {"unread_notices": getattr(getattr(request, "user", None), "unread_notices", 0)}
