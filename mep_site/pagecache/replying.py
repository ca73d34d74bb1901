"""Sends an entry: whole, its headers only, or "not modified"; and says whence it comes."""

from collections.abc import Iterable
from functools import partial
from time import monotonic
from wsgiref.types import StartResponse, WSGIEnvironment

from .conditions import is_unmodified_since, known_tag
from .entries import CacheEntry, Headers, Reply
from .readers import reader_of
from .sending import send_known
from .shelf import Shelf

# RFC 9211; every answer that passes the layer has it.
CACHE_STATUS = "Cache-Status"
HIT = "mep; hit"
BYPASS = "mep; fwd=bypass"
MISS = "mep; fwd=miss; stored"
COLLAPSED = "mep; fwd=miss; collapsed"
NOT_STORED = "mep; fwd=miss"
# What is left of its freshness is negative: so many seconds ago it was known to be current.
STALE = "mep; hit; ttl=-{seconds}; detail=stale-if-error"


class Replies:
    """Writes what each reader takes; ``shelf`` has the dictionaries that they may share."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def prepare(self, entry: CacheEntry, environ: WSGIEnvironment) -> Reply:
        """The answer with an entry, written if nobody has taken it in this way before."""
        return entry.reply(reader_of(environ, self._shelf).encoders)

    def send(
        self,
        entry: CacheEntry,
        environ: WSGIEnvironment,
        start_response: StartResponse,
        why: str,
        more: Headers | None = None,
    ) -> Iterable[bytes]:
        """Answer with an entry; ``why`` goes into ``Cache-Status``."""
        reader = reader_of(environ, self._shelf)
        reply = entry.reply(reader.encoders)
        own = [(CACHE_STATUS, why), *(more or ()), *(reader.advice if entry.is_page else ())]
        tag = known_tag(environ, partial(map, entry.tag, reader.encoders), reply.tag)
        if tag or is_unmodified_since(environ, entry.last_modified):
            unmodified = [*reply.unmodified, ("ETag", tag or reply.tag), *own]
            return send_known(start_response, "304 Not Modified", [], unmodified, b"")
        body = b"" if environ["REQUEST_METHOD"] == "HEAD" else reply.body
        return send_known(start_response, "200 OK", reply.length, [*reply.headers, *own], body)

    def send_stale(
        self, entry: CacheEntry, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer with an entry that nobody can say to be current, and say so."""
        age = int(monotonic() - entry.confirmed_at)
        why = STALE.format(seconds=max(age, 1))
        return self.send(entry, environ, start_response, why, [("Age", str(age))])
