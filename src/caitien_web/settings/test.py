"""Settings of the tests: a data folder of their own, quick passwords, tasks run at once, mail kept in memory."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("CAITIEN_DATA", tempfile.mkdtemp(prefix="caitien-test-"))
os.environ.setdefault("CAITIEN_SECRET_KEY", "only for tests")

from caitien_web.settings import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MAIL_IS_SENT = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # a file, as at a school: a database in memory knows no waiting for one another
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.mkdtemp(prefix="caitien-test-")) / "test.sqlite3")}  # noqa: F405
