"""Sign-in by user name or mail address; the account comes with its person, whose name stands on every page."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from caitien_web.schools.models import User


class ByNameOrMail(AuthenticationBackend):
    """allauth's backend; one query for account and person."""

    def get_user(self, user_id: Any) -> User | None:
        return User.objects.select_related("person").filter(pk=user_id, is_active=True).first()
