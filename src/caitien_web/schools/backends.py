"""Sign-in by user name or mail address; the account comes with its person, whose name stands on every page."""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet
from django.utils import timezone

from caitien_web.schools.models import User
from caitien_web.tenancy.prepared import Prepared

_COUNTED: dict[str, Callable[[date], Any]] = {}


def count_with_account(name: str, expression: Callable[[date], Any]) -> None:
    """Have an expression over the account and a day come along as `request.user.<name>`, for what every page shows."""
    _COUNTED[name] = expression


class ByNameOrMail(AuthenticationBackend):
    """allauth's backend; one query for account, person and what every page's head shows of them."""

    def get_user(self, user_id: Any) -> User | None:
        found = _account(User._meta.pk.to_python(user_id), timezone.localdate())
        return found[0] if found else None


def _with_counts(pk: int, on: date) -> QuerySet[User]:
    found = User.objects.select_related("person").filter(pk=pk, is_active=True)
    return found.annotate(**{name: counted(on) for name, counted in _COUNTED.items()})


_account = Prepared(_with_counts, int, date)
