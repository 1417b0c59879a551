"""How sign-in behaves: no account without an invitation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class InvitedOnly(DefaultAccountAdapter):
    """Accounts are made from invitations; nobody signs up."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
