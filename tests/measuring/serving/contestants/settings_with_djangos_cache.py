"""Production with Django's own page cache, in the memory of each process."""

from mep_site.settings.production import *  # noqa: F403
from mep_site.settings.production import MIDDLEWARE

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    # It keeps nothing that browsers are to ask for anew.
    f"{__package__}.djangos_cache.without_directives",
    *MIDDLEWARE,
    "django.middleware.cache.FetchFromCacheMiddleware",
]
