"""Production with Django's own page cache, in the memory of each process."""

from mep_site.settings.production import *  # noqa: F403
from mep_site.settings.production import MIDDLEWARE

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    *MIDDLEWARE,
    "django.middleware.cache.FetchFromCacheMiddleware",
]
