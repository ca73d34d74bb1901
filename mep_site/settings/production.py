"""Production: everything that differs from place to place comes from the environment."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from mep_site.settings import env
from mep_site.settings.base import *  # noqa: F403
from mep_site.settings.base import (
    CACHES,
    DJANGO_GUID,
    LOGGING,
    MEDIA_ROOT,
    STORAGES,
    VAR_DIR,
    WAGTAILADMIN_BASE_URL,
)

env.require("SECRET_KEY", "DATABASE_URL", "WAGTAILADMIN_BASE_URL")

SECRET_KEY = env.secret("SECRET_KEY")
# Keys of before: what they have signed is accepted, and nothing is signed with them.
SECRET_KEY_FALLBACKS = env.secrets("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", (str(urlsplit(WAGTAILADMIN_BASE_URL).hostname),))

# The scheme of the site's own address decides whether it is served over TLS only.
HTTPS = WAGTAILADMIN_BASE_URL.startswith("https://")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.integer("HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# The proxy in front ends TLS and sets this header on every request.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", 1)
if TRUSTED_PROXIES:
    DJANGO_GUID |= {"GUID_HEADER_NAME": "X-Request-ID"}

if MEDIA_S3_BUCKET := env.text("MEDIA_S3_BUCKET"):
    # Uploads in a bucket instead of the folder. Without keys, boto3 looks for those of the machine.
    STORAGES["default"] = {"BACKEND": "mep_site.media.storage.bucket.UploadBucket"}
    MEDIA_S3 = {
        "bucket_name": MEDIA_S3_BUCKET,
        "endpoint_url": env.text("MEDIA_S3_ENDPOINT") or None,
        "region_name": env.text("MEDIA_S3_REGION") or None,
        "access_key": env.text("MEDIA_S3_ACCESS_KEY") or None,
        "secret_key": env.text("MEDIA_S3_SECRET_KEY") or None,
        "addressing_style": "path" if env.flag("MEDIA_S3_PATH_STYLE", True) else "virtual",
    }

# The site says who may have an upload; the web server in front hands it out.
if SENDFILE_URL := env.text("SENDFILE_URL"):
    SENDFILE_BACKEND = "django_sendfile.backends.nginx"
    SENDFILE_ROOT = MEDIA_ROOT

if REDIS_URL := env.text("REDIS_URL"):
    # Pages that one process has rendered, for all others. Who waits longer renders them sooner.
    CACHES["pages"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "mep",
        "OPTIONS": {"socket_timeout": 0.1, "socket_connect_timeout": 0.1},
    }

if env.text("PURGE_URL"):
    WAGTAILFRONTENDCACHE = {
        "default": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": env.origin("PURGE_URL", ""),
        }
    }

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL", False)
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", not EMAIL_USE_SSL)
if EMAIL_USE_SSL and EMAIL_USE_TLS:
    raise ImproperlyConfigured(
        "Set EMAIL_USE_TLS (STARTTLS, port 587) or EMAIL_USE_SSL (TLS from the start, port 465), "
        "not both."
    )
EMAIL_PORT = env.integer("EMAIL_PORT", 465 if EMAIL_USE_SSL else 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "webmaster@localhost")
if not EMAIL_HOST:
    # No mail server, no mail: then nobody may be promised a link to reset a password.
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    WAGTAIL_PASSWORD_RESET_ENABLED = False

if ADMINS := [("", mailbox) for mailbox in env.mailboxes("ADMINS")]:
    if not EMAIL_HOST:
        raise ImproperlyConfigured("ADMINS are told of failures by e-mail: set EMAIL_HOST.")
    CACHES["alerts"] = {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "alerts",
    }
    EMAIL_SUBJECT_PREFIX = ""
    LOGGING["formatters"]["for_people"] = {"()": env.LOG_FORMATS["plain"]}
    LOGGING["handlers"]["alert"] = {
        "class": "mep_site.alerts.AlertHandler",
        "level": "ERROR",
        "formatter": "for_people",
    }
    LOGGING["root"]["handlers"].append("alert")
