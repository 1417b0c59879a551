"""What the person does to the own sign-in is written into the history: that it was done, never a secret of it."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import Signal
from django.utils import timezone

from caitien_web.schools.actions.own import tell_of_own

CODES = {Authenticator.Type.RECOVERY_CODES: "codes_made"}
TOLD: tuple[tuple[Signal, str, dict[str, str]], ...] = (
    (password_changed, "password_changed", {}),
    (password_set, "password_changed", {}),
    (password_reset, "password_reset", {}),
    (authenticator_added, "second_factor_added", CODES),
    (authenticator_reset, "codes_made", CODES),
    (authenticator_removed, "second_factor_removed", {Authenticator.Type.RECOVERY_CODES: ""}),
)


def listen() -> None:
    """Called once, when the app is ready."""
    for signal, what, others in TOLD:
        signal.connect(_teller(what, others), weak=False, dispatch_uid=f"schools.own.{what}")


def _teller(what: str, others: dict[str, str]) -> Any:
    def told(sender: Any, user: Any, authenticator: Any = None, **_: Any) -> None:
        name = others.get(authenticator.type, what) if authenticator else what
        if name:
            tell_of_own(user, name, at=timezone.now())

    return told
