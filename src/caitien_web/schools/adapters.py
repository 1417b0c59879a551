"""How sign-in behaves: no account without an invitation; mail that cannot be sent is told, not lost."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from caitien_web.ui.refusal import Refusal

log = logging.getLogger(__name__)


class CannotSendMail(Refusal):
    """The mail server did not take the mail."""


class InvitedOnly(DefaultAccountAdapter):
    """Accounts are made from invitations; nobody signs up."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.error("mail not sent: %s", error)
            told = (
                "Chưa gửi được thư: máy chủ thư không nhận. Thử lại sau, hoặc nhờ quản trị của trường đặt lại mật khẩu."
            )
            raise CannotSendMail(told) from error


class OnlyOfferedFactors(DefaultMFAAdapter):
    """Nobody has a second factor that the site does not offer: pages that ask for each kind need not look it up."""

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        if types is not None and not set(types) & set(settings.MFA_SUPPORTED_TYPES):
            return False
        return bool(super().is_mfa_enabled(user, types))
