"""Asks the application behind the layer, and looks at its answer before it is sent."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from .conditions import CONDITIONS
from .policy import is_kept
from .replying import CACHE_STATUS, NOT_STORED


class ApplicationAnswer:
    """What an application answers to a request; its body is read by the server, or by ``read``."""

    def __init__(self, application: WSGIApplication, environ: WSGIEnvironment) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []
        self.body: Iterable[bytes] = application(environ, self._start)

    @property
    def is_kept(self) -> bool:
        """Whether it is for everybody."""
        return is_kept(self.status, self.headers)

    @property
    def has_failed(self) -> bool:
        return self.status.startswith("5")

    def read(self, limit: int) -> bytes | None:
        """The whole body; ``None`` if it is longer than that: then it can still be sent."""
        parts = iter(self.body)
        read, size = [], 0
        for part in parts:
            read.append(part)
            size += len(part)
            if size > limit:
                self.body = _Rejoined(chain(read, parts), self.body)
                return None
        self.close()
        return b"".join(read)

    def hand_on(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Send it to the one who has asked; the application was asked for a body in any case."""
        start_response(self.status, [*self.headers, (CACHE_STATUS, NOT_STORED)])
        if environ["REQUEST_METHOD"] != "HEAD":
            return self.body
        self.close()
        return []

    def close(self) -> None:
        """Say that nobody needs it any more, as a server does: Django ends the request by it."""
        _close(self.body)

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        self.status, self.headers = status, headers


class _Rejoined:
    """A body of which a part was read."""

    def __init__(self, parts: Iterator[bytes], body: Iterable[bytes]) -> None:
        self._parts = parts
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return self._parts

    def close(self) -> None:
        _close(self._body)


def _close(body: Iterable[bytes]) -> None:
    close = getattr(body, "close", None)
    if close:
        close()


def for_the_whole(environ: WSGIEnvironment) -> WSGIEnvironment:
    """The request for a whole page, whatever its reader has of it already or wants to know."""
    whole = {name: value for name, value in environ.items() if name not in CONDITIONS}
    return whole | {"REQUEST_METHOD": "GET"}
