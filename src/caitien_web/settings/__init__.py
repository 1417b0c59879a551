"""The settings of the site. A school needs none of them; every one comes from the environment (docs/settings.md).

Nothing here is read from the current folder: what the site keeps lies in its data folder, CAITIEN_DATA.
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from caitien_web.settings.database import database
from caitien_web.settings.logs import logs
from caitien_web.settings.mail import mail
from caitien_web.settings.place import address, data_folder, secret_key

HERE = Path(__file__).resolve().parent.parent
DATA = data_folder()
ADDRESS = address()  # where people reach the site, "http://127.0.0.1:8000"

SECRET_KEY = secret_key(DATA)
DEMO = (DATA / "demo").exists()  # made by `caitien demo`: its accounts are told on the sign-in page
SETUP_CODE = os.environ.get("CAITIEN_SETUP_CODE", "")  # without it nobody sets an empty site up
DEBUG = os.environ.get("CAITIEN_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("CAITIEN_HOSTS", "*" if ADDRESS.scheme == "http" else ADDRESS.hostname or "*").split(",")
CSRF_TRUSTED_ORIGINS = [ADDRESS.geturl()]
BEHIND_HTTPS = ADDRESS.scheme == "https"

INSTALLED_APPS = [
    # ours first: their templates stand before those that packages bring
    "caitien_web.ui",
    "caitien_web.tenancy",
    "caitien_web.history",
    "caitien_web.schools",
    "caitien_web.evidence",
    "caitien_web.assessment",
    "caitien_web.plans",
    "caitien_web.monitoring",
    "caitien_web.record",
    "caitien_web.oversight",
    "caitien_web.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "caitien_web.ui.middleware.QuickGZip",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "caitien_web.schools.middleware.LastSeen",
    "caitien_web.schools.middleware.SignInRequired",
    "caitien_web.ui.middleware.RefusalsOnThePage",
]

ROOT_URLCONF = "caitien_web.urls"
WSGI_APPLICATION = "caitien_web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "caitien_web.ui.context.page",
                "caitien_web.monitoring.context.notices",
            ],
            "builtins": [
                "caitien_web.ui.templatetags.vn",
                "caitien_web.ui.templatetags.parts",
                "django_htmx.templatetags.django_htmx",
            ],
        },
    }
]

FORM_RENDERER = "caitien_web.ui.renderer.OnePattern"
CSRF_FAILURE_VIEW = "caitien_web.ui.views.failures.csrf_failure"

DATABASES = {"default": database(DATA)}
if "postgresql" in DATABASES["default"]["ENGINE"]:
    INSTALLED_APPS.append("django.contrib.postgres")  # it imports psycopg, which a school with SQLite has not
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "schools.User"
AUTHENTICATION_BACKENDS = ["caitien_web.schools.backends.ByNameOrMail"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_ENGINE = "caitien_web.schools.sessions"

# Sign-in: by user name or mail address; accounts are made by invitation only (schools.adapters).
ACCOUNT_ADAPTER = "caitien_web.schools.adapters.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody gets mail because somebody typed an address
ACCOUNT_RATE_LIMITS = {  # a whole school may sit behind one address of the network
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_HTTPS else 0
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_ADAPTER = "caitien_web.schools.adapters.OnlyOfferedFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "caitien"
MFA_TOTP_TOLERANCE = 1  # a code typed as it ran out, or on a phone half a minute off, still counts (RFC 6238, 5.2)
USERSESSIONS_TRACK_ACTIVITY = True

# "default" is one for all processes, for what must hold over them (allauth counts failed sign-ins there); its table is
# made by createcachetable when the site starts. "local" is quick, and may differ from process to process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
DATE_FORMAT = "d/m/Y"
FORMAT_MODULE_PATH = ["caitien_web.ui.formats"]

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HERE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "caitien_web.ui.static_files.KnownAddresses"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

globals().update(mail())

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
FILE_UPLOAD_HANDLERS = [
    "caitien_web.ui.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

LOGGING = logs()
