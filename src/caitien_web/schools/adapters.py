"""How sign-in behaves: no account without an invitation; mail that cannot be sent is told, not lost."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

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
