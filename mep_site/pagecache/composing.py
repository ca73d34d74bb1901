"""Puts the page cache in front of Django, as the settings say."""

from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage

from .layer import PageCache
from .policy import Policy
from .store import Memory


def with_page_cache(application: WSGIApplication) -> WSGIApplication:
    """The application with a cache of ``PAGE_CACHE_BYTES`` in front of it; without for 0."""
    if not settings.PAGE_CACHE_BYTES:
        return application
    # Once the models are loaded.
    from .versions import Versions

    return PageCache(application, _policy(), Memory(settings.PAGE_CACHE_BYTES), Versions().in_force)


def _policy() -> Policy:
    """Whatever else ``ALLOWED_HOSTS`` lets in, by a wildcard or with any port, goes to Django."""
    own_host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
    return Policy(
        hosts=frozenset({own_host, *settings.ALLOWED_HOSTS} - {"*"}),
        cookies=(settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name),
        https_header=settings.SECURE_PROXY_SSL_HEADER,
    )
