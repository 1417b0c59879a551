"""Settings of the tests: a data folder of their own, quick passwords, tasks run at once, mail kept in memory."""

import tempfile
from pathlib import Path

from caitien_web.settings import *  # noqa: F403

DATA = Path(tempfile.mkdtemp(prefix="caitien-test-"))  # the package above has been read by now: say it anew
SECRET_KEY = "only for tests"
DEMO = False
DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MAIL_IS_SENT = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # a file, as at a school: a database in memory knows no waiting for one another
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}  # noqa: F405
