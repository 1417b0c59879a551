"""Mail: SMTP by CAITIEN_MAIL (smtp://user:password@host:port, smtps:// for TLS); without it no mail is sent.

On port 587 TLS is begun after the greeting, as mail providers ask for.
"""

import os
from typing import Any
from urllib.parse import unquote, urlsplit


def mail() -> dict[str, Any]:
    """Django's settings for mail. Without a server the site offers everything that needs no mail."""
    given = os.environ.get("CAITIEN_MAIL", "")
    if not given:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend", "MAIL_IS_SENT": False}
    server = urlsplit(given)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "MAIL_IS_SENT": True,
        "EMAIL_HOST": server.hostname or "localhost",
        "EMAIL_PORT": server.port or (465 if server.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(server.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(server.password or ""),
        "EMAIL_USE_TLS": server.scheme == "smtp" and server.port == 587,
        "EMAIL_USE_SSL": server.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": os.environ.get("CAITIEN_MAIL_FROM", f"caitien@{server.hostname or 'localhost'}"),
    }
