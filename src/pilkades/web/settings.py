"""Django's settings, all fed by the one configuration."""

import os
import secrets
from pathlib import Path

from pilkades.web.config import Config, load

CONFIG: Config = load(os.environ, Path.cwd())
HERE = Path(__file__).parent

# Django's own debug pages show insides and keep every query in memory: no demonstration needs them.
DEBUG = CONFIG.debug and not CONFIG.demonstration
# Without a key of its own nothing is served (see `serving_faults`); with debug on, sessions end on a restart.
SECRET_KEY = CONFIG.secret_key or (secrets.token_urlsafe(50) if CONFIG.debug else "")
ALLOWED_HOSTS = list(CONFIG.hosts) or (["localhost", "127.0.0.1", "[::1]"] if CONFIG.debug else [])
CSRF_TRUSTED_ORIGINS = list(CONFIG.origins)

INSTALLED_APPS = [
    "pilkades.web.shared",
    "pilkades.web.core",
    "pilkades.web.accounts",
    "pilkades.web.committee",
    "pilkades.web.county",
    "pilkades.web.public",
    "pilkades.web.demonstration",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pilkades.web.shared.middleware.SafeHeadersMiddleware",
    # Public addresses are answered here, before anything asks who is there.
    "pilkades.web.public.middleware.NoSessionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pilkades.web.shared.middleware.IndonesianFirstMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pilkades.web.accounts.sessions.SessionsEndMiddleware",
    "pilkades.web.core.middleware.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "pilkades.web.urls"
WSGI_APPLICATION = "pilkades.web.wsgi.application"
ASGI_APPLICATION = "pilkades.web.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# An acknowledged act survives a kill: every commit reaches the disk (synchronous=FULL), and a writer takes
# the lock when its transaction begins (IMMEDIATE), so that none loses its work half way.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"),
}
_DATABASE = CONFIG.database
DATABASES = {
    "default": {
        "ENGINE": f"django.db.backends.{_DATABASE.engine}",
        "NAME": _DATABASE.name,
        "USER": _DATABASE.user,
        "PASSWORD": _DATABASE.password,
        "HOST": _DATABASE.host,
        "PORT": _DATABASE.port,
        "CONN_MAX_AGE": 0 if _DATABASE.engine == "sqlite3" else 300,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**(_SQLITE_OPTIONS if _DATABASE.engine == "sqlite3" else {}), **_DATABASE.options},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "shared.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:start"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "pilkades.web.accounts.adapters.ByInvitationOnly"
ACCOUNT_FORMS = {
    "login": "pilkades.web.accounts.door_forms.SignIn",
    "reauthenticate": "pilkades.web.accounts.door_forms.PasswordAgain",
}
# Wrong codes alone are counted: a hall full of committees comes from one address.
ACCOUNT_RATE_LIMITS = {"invitation": "20/10m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CONFIG.behind_proxy else 0
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
# A village's Wi-Fi has no certificate that a security key would accept: time codes and paper codes only.
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "pilkades"
MFA_ADAPTER = "pilkades.web.accounts.adapters.SecondFactor"
MFA_FORMS = {
    "authenticate": "pilkades.web.accounts.door_forms.Code",
    "reauthenticate": "pilkades.web.accounts.door_forms.CodeAgain",
    "activate_totp": "pilkades.web.accounts.door_forms.FirstCode",
}

SESSION_COOKIE_AGE = CONFIG.session_hours * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CONFIG.https
CSRF_COOKIE_SECURE = CONFIG.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = CONFIG.https
SECURE_HSTS_SECONDS = 31_536_000 if CONFIG.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.behind_proxy else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# A file of voters never touches the disk unsealed, not even as a file of the moment (core.uploads).
FILE_UPLOAD_MAX_MEMORY_SIZE = max(61_000_000, (CONFIG.paper_megabytes + 1) * 1_000_000)
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "pilkades.web.core.uploads.OnlyCounted",
]

# Nothing of a voter is written down when something goes wrong (core.error_reports).
DEFAULT_EXCEPTION_REPORTER = "pilkades.web.core.error_reports.CoveredReporter"
DEFAULT_EXCEPTION_REPORTER_FILTER = "pilkades.web.core.error_reports.NothingSent"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"cover": {"()": "pilkades.web.core.error_reports.CoverNumbers"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["cover"], "formatter": "plain"},
        "requests": {"class": "logging.StreamHandler", "filters": ["cover"], "level": "INFO"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
        "django.server": {"handlers": ["requests"], "level": "INFO", "propagate": False},
    },
}

# Long work waits in the database and is done by one worker beside the pages (core.work).
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_SECURE = CONFIG.https
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = CONFIG.time_zone

STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if CONFIG.debug
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = CONFIG.debug
WHITENOISE_AUTOREFRESH = DEBUG

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if CONFIG.mail
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = CONFIG.mail.host if CONFIG.mail else ""
EMAIL_PORT = CONFIG.mail.port if CONFIG.mail else 25
EMAIL_HOST_USER = CONFIG.mail.user if CONFIG.mail else ""
EMAIL_HOST_PASSWORD = CONFIG.mail.password if CONFIG.mail else ""
EMAIL_USE_SSL = CONFIG.mail.tls if CONFIG.mail else False
DEFAULT_FROM_EMAIL = CONFIG.mail_from or "pilkades@localhost"
