"""The layer: answers from memory what it can, and hands everything else to Django."""

from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from . import policy
from .asking import ApplicationAnswer, for_the_whole
from .entries import CacheEntry
from .flights import Flights
from .improving import Background
from .policy import Address, Policy
from .replying import BYPASS, CACHE_STATUS, COLLAPSED, HIT, MISS, Replies
from .store import Store

# How many addresses of answers that were not public are remembered, for one version.
MOST_PASSED = 2_000


class PageCache:
    """A WSGI application in front of another one.

    ``version`` tells the version of what is public, ``None`` while nobody knows it; ``notice`` is
    told the outcome of each request, if somebody wants to know.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of the cache
        self,
        application: WSGIApplication,
        site: Policy,
        store: Store,
        version: Callable[[], str | None],
        replies: Replies,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        self.application = application
        self.site = site
        self.store = store
        self.version = version
        self.replies = replies
        self.notice = notice or _ignored
        self.background = Background()
        self._flights = Flights()
        self._passed: set[tuple[Address, str]] = set()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not self.site.is_for_everybody(environ):
            return self._pass(environ, start_response, BYPASS)
        address = self.site.address(environ)
        # Before anything is rendered: what is made later is at least as new.
        version = self.version()
        entry = self.store.get(address)
        if version is None:
            return self._answer_blindly(entry, environ, start_response)
        if entry is not None and entry.version == version:
            self._is_current(address, entry)
            self.notice("hit")
            return self.replies.send(entry, environ, start_response, HIT)
        if (address, version) in self._passed or not self.site.may_be_kept(address):
            return self._pass(environ, start_response, BYPASS)
        return self._render_once(address, version, environ, start_response)

    def _pass(
        self, environ: WSGIEnvironment, start_response: StartResponse, why: str
    ) -> Iterable[bytes]:
        """Leave everything to the application."""
        self.notice("bypass")

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            return start_response(status, [*headers, (CACHE_STATUS, why)], exc_info)

        return self.application(environ, start)

    def _answer_blindly(
        self, entry: CacheEntry | None, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """While nobody knows the version: what was known last, or what the application says."""
        if entry and entry.may_stand_in:
            self.notice("stale")
            return self.replies.send_stale(entry, environ, start_response)
        return self._pass(environ, start_response, BYPASS)

    def _is_current(self, address: Address, entry: CacheEntry) -> None:
        """Note it, and have the page compressed better: it is asked for again."""
        entry.confirmed_at = monotonic()
        if entry.is_worth_improving:
            is_due = self.background.do(partial(self._improve, address, entry))
            entry.is_worth_improving = not is_due

    def _improve(self, address: Address, entry: CacheEntry) -> None:
        entry.improve()
        if self.store.get(address) is entry:
            self.store.put(address, entry)

    def _render_once(
        self,
        address: Address,
        version: str,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Have the page rendered, or wait for another request that does so already."""
        answer = None
        with self._flights.join((address, version)) as (flight, leads):
            if leads:
                flight.entry, answer = self._asked(address, version, environ)
        entry = flight.wait(policy.PATIENCE)
        if entry and entry.version == version:
            self.notice("miss" if leads else "collapsed")
            return self.replies.send(entry, environ, start_response, MISS if leads else COLLAPSED)
        if entry:
            self.notice("stale")
            return self.replies.send_stale(entry, environ, start_response)
        if answer:
            self.notice("not stored")
            return answer.hand_on(environ, start_response)
        return self._pass(environ, start_response, BYPASS)

    def _asked(
        self, address: Address, version: str, environ: WSGIEnvironment
    ) -> tuple[CacheEntry | None, ApplicationAnswer | None]:
        """What can be sent to everybody, and what the application has answered if it was asked."""
        older = self.store.get(address)
        if older and older.version == version:
            # It has landed since this request looked for it.
            return older, None
        answer = ApplicationAnswer(self.application, for_the_whole(environ))
        if (entry := _entry(version, answer, older)) is not None:
            self.replies.prepare(entry, environ)
            self.store.put(address, entry)
            return entry, answer
        if answer.has_failed and older and older.may_stand_in:
            answer.close()
            return older, answer
        if not answer.has_failed:
            self._forget(address, version)
        return None, answer

    def _forget(self, address: Address, version: str) -> None:
        """What was public at this address is so no more; nor is it asked for once for all."""
        self.store.discard(address)
        if len(self._passed) >= MOST_PASSED:
            self._passed.clear()
        self._passed.add((address, version))


def _ignored(outcome: str) -> None:
    """Nobody counts."""


def _entry(version: str, answer: ApplicationAnswer, older: CacheEntry | None) -> CacheEntry | None:
    """The entry of an answer, if it is public; what was written of the older one is kept."""
    body = answer.read(policy.LARGEST_BODY) if answer.is_kept else None
    if body is None:
        return None
    entry = CacheEntry(version, policy.kept_headers(answer.headers), body)
    entry.take_over(older)
    return entry
