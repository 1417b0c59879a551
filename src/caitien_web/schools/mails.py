"""The mails of this app. A link is mailed at once and never queued: the queue would keep its secret."""

import logging
import smtplib

from django.conf import settings
from django.core.mail import send_mail

from caitien_web.schools.models import Person

LINK = """\
Chào {name},

{unit} gửi anh/chị liên kết để mở tài khoản hoặc đặt lại mật khẩu trên trang kế hoạch cải tiến chất lượng:

{link}

Liên kết dùng được một lần, trong 14 ngày. Nếu không phải anh/chị, xin bỏ qua thư này.
"""


def mail_link(person: Person, link: str) -> bool:
    """Was the link mailed? False where there is no address, no mail server, or the server refused."""
    if not (settings.MAIL_IS_SENT and person.email):
        return False
    text = LINK.format(name=person.full_name, unit=person.unit.name, link=link)
    try:
        send_mail(f"Tài khoản của anh/chị tại {person.unit.name}", text, settings.DEFAULT_FROM_EMAIL, [person.email])
    except (OSError, smtplib.SMTPException):
        logging.getLogger(__name__).exception("the mail to a person could not be sent")
        return False
    return True
