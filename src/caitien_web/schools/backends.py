"""Sign-in by user name or mail address; the account comes with its person, whose name stands on every page."""

from collections.abc import Callable
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from caitien_web.schools.models import User

_COUNTED: dict[str, Callable[[], Any]] = {}


def count_with_account(name: str, expression: Callable[[], Any]) -> None:
    """Have an expression over the account come with it as `request.user.<name>`, for what every page shows."""
    _COUNTED[name] = expression


class ByNameOrMail(AuthenticationBackend):
    """allauth's backend; one query for account, person and what every page's head shows of them."""

    def get_user(self, user_id: Any) -> User | None:
        found = User.objects.select_related("person").filter(pk=user_id, is_active=True)
        return found.annotate(**{name: counted() for name, counted in _COUNTED.items()}).first()
