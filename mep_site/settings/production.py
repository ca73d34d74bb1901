"""Production: everything that differs from place to place comes from the environment."""

from mep_site.settings import env
from mep_site.settings.base import *  # noqa: F403
from mep_site.settings.base import CACHES, MEDIA_ROOT, WAGTAILADMIN_BASE_URL

env.require("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "WAGTAILADMIN_BASE_URL")

SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS")

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
EMAIL_PORT = env.integer("EMAIL_PORT", 587)
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", True)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "webmaster@localhost")
if not EMAIL_HOST:
    # No mail server, no mail: then nobody may be promised a link to reset a password.
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    WAGTAIL_PASSWORD_RESET_ENABLED = False
