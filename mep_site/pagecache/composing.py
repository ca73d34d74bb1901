"""Puts the page cache in front of Django, as the settings say."""

from collections.abc import Callable
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches

from mep_site.observability.metrics.tallies import count_page_cache

from .layer import PageCache
from .policy import Policy
from .replying import Replies
from .shelf import Shelf
from .store import Memory

# The alias of Django's cache in which processes share pages, where there is one.
SHARED = "pages"


def with_page_cache(application: WSGIApplication) -> WSGIApplication:
    """The application with a cache of ``PAGE_CACHE_BYTES`` in front of it; without for 0."""
    if not settings.PAGE_CACHE_BYTES:
        return application
    # Once the models are loaded.
    from .versions import Versions

    site, version = _policy(), Versions().in_force
    if SHARED in settings.CACHES:
        application = _shared(application, site, version)
    replies = Replies(Shelf(settings.PAGE_DICTIONARIES))
    memory = Memory(settings.PAGE_CACHE_BYTES)
    return PageCache(application, site, memory, version, replies, count_page_cache())


def _shared(
    application: WSGIApplication, site: Policy, version: Callable[[], str | None]
) -> WSGIApplication:
    """The application with a cache in front of it that other machines use too."""
    from .release import release
    from .sharing import Bearable, SharedPages

    return SharedPages(application, site, version, release(), Bearable(caches[SHARED]))


def _policy() -> Policy:
    """Whatever else ``ALLOWED_HOSTS`` lets in, by a wildcard or with any port, goes to Django."""
    own_host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
    return Policy(
        hosts=frozenset({own_host, *settings.ALLOWED_HOSTS} - {"*"}),
        cookies=(settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name),
        https_header=settings.SECURE_PROXY_SSL_HEADER,
    )
