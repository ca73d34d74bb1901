"""Shares rendered pages with the other processes of the site: what one renders, none renders again.

Stands between the layer and the application, which the layer asks once for each page and version.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from time import monotonic
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.cache.backends.base import BaseCache
from redis.exceptions import RedisError

from . import policy
from .asking import ApplicationAnswer
from .conditions import CONDITIONS
from .policy import Policy

# Nobody can ask for a page of an old version any more; the cache need not keep it.
SECONDS = 60 * 60
# How long a cache that has not answered is left alone, in seconds.
PAUSE = 5.0


class Bearable:
    """A cache that may be away: then it has nothing, and keeps nothing."""

    def __init__(self, cache: BaseCache) -> None:
        self._cache = cache
        self._failed_at = -PAUSE

    def get(self, key: str) -> Any:
        return self._try(self._cache.get, key)

    def set(self, key: str, value: object) -> None:
        self._try(self._cache.set, key, value, SECONDS)

    def _try(self, operation: Callable, *arguments: object) -> Any:
        if monotonic() - self._failed_at < PAUSE:
            return None
        try:
            return operation(*arguments)
        except (RedisError, OSError):
            self._failed_at = monotonic()
            return None


@dataclass(frozen=True)
class SharedPages:
    """A WSGI application in front of another one, of which all processes keep what is public.

    ``version`` is that of what is public, ``release`` that of the code: during an upgrade the old
    and the new one render pages side by side.
    """

    application: WSGIApplication
    site: Policy
    version: Callable[[], str | None]
    release: str
    pages: Bearable

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        if key is None:
            return self.application(environ, start_response)
        found = self.pages.get(key)
        if found is None:
            return self._rendered(key, environ, start_response)
        headers, body = found
        start_response("200 OK", headers)
        return [body]

    def _key(self, environ: WSGIEnvironment) -> str | None:
        """What the page is kept under; ``None`` for what is not the same for everybody."""
        address = self.site.address(environ)
        if (
            environ["REQUEST_METHOD"] != "GET"
            or any(name in environ for name in CONDITIONS)
            or not self.site.is_for_everybody(environ)
            or not self.site.may_be_kept(address)
        ):
            return None
        # Before the page is rendered: what is rendered then is at least as new.
        version = self.version()
        if version is None:
            return None
        return blake2b(repr((self.release, version, address)).encode()).hexdigest()

    def _rendered(
        self, key: str, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        answer = ApplicationAnswer(self.application, environ)
        body = answer.read(policy.LARGEST_BODY) if answer.is_kept else None
        start_response(answer.status, answer.headers)
        if body is None:
            return answer.body
        self.pages.set(key, (answer.headers, body))
        return [body]
