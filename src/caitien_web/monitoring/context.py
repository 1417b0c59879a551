"""What the head of every page shows of this app: how many notices are new."""

from typing import Any

from django.http import HttpRequest


def notices(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices`: it came with the account (`queries.notices.unread_with_account`).

    Asked only by pages that show it: a page that looks at nobody's account is the same for all, and is kept as such.
    """
    return {"unread_notices": lambda: getattr(getattr(request, "user", None), "unread_notices", 0)}
