"""An answer that is kept: its headers, and its body in every way in which it was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from time import monotonic

from .encodings import PLAIN, SMALLEST, Encoder
from .policy import STALE_IF_ERROR

Headers = list[tuple[str, str]]

# Of a dictionary that a request names, too: RFC 9842, 6.2.
VARY = "Accept-Encoding, Available-Dictionary"
# What says again how long a copy is good, and of which text (RFC 9110, 15.4.5).
OF_UNMODIFIED = frozenset({"cache-control", "expires", "last-modified", "vary"})
# What an entry takes beside its bodies: headers, keys, and the answers that are made of them.
OVERHEAD = 4_000


@dataclass(frozen=True)
class Reply:
    """An answer that is ready to be sent, and its headers where the reader has the body.

    ``length`` is the header that says how long the body is.
    """

    tag: str
    length: Headers
    headers: Headers
    unmodified: Headers
    body: bytes


class CacheEntry:
    """An answer, the version that it belongs to, and when it was last known to be current.

    ``is_worth_improving`` says that its body could be smaller in a way in which it is asked for.
    """

    def __init__(self, version: str, headers: Headers, body: bytes) -> None:
        self.version = version
        self.confirmed_at = monotonic()
        self.headers = headers
        self.last_modified = dict(headers).get("Last-Modified", "")
        self.digest = blake2b(body, digest_size=12).hexdigest()
        self.bodies = {PLAIN.label: body}
        self.is_page = dict(headers).get("Content-Type", "").startswith("text/html")
        self.is_worth_improving = False
        # By the best encoder of each coding that was asked for; what else writes it is listed.
        self._replies: dict[str, Reply] = {}
        self._ways: dict[str, list[Encoder]] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        return OVERHEAD + sum(map(len, list(self.bodies.values())))

    @property
    def may_stand_in(self) -> bool:
        """Whether it may be sent where nobody can say what is current."""
        return monotonic() - self.confirmed_at < STALE_IF_ERROR

    def take_over(self, older: "CacheEntry | None") -> None:
        """Go on with what was written of an earlier answer, if its body was the same."""
        if older and older.digest == self.digest:
            self.bodies = dict(older.bodies)

    def reply(self, encoders: Sequence[Encoder]) -> Reply:
        """The answer for who takes what these write, in this order."""
        best = encoders[0]
        reply = self._replies.get(best.label)
        if reply is None:
            ways = [each for each in encoders if each.coding == best.coding]
            with self._lock:
                self._ways[best.label] = ways
                reply = self._replies[best.label] = self._written(self._encoder(ways))
        return reply

    def tag(self, encoder: Encoder) -> str:
        """A strong entity tag: what is written otherwise is another sequence of bytes."""
        return f'"{"-".join(filter(None, (self.digest, encoder.label)))}"'

    def improve(self) -> None:
        """Write the body as small as it gets, in the codings in which it has been asked for."""
        asked_for = [each for ways in list(self._ways.values()) for each in ways]
        better = {
            each.label: each.encode(self.bodies[PLAIN.label])
            for each in asked_for
            if each.is_slow and each.label not in self.bodies
        }
        with self._lock:
            self.bodies |= better
            for each in asked_for:
                if each.is_quick:
                    self.bodies.pop(each.label, None)
            self._replies = {}

    def _encoder(self, ways: Sequence[Encoder]) -> Encoder:
        """The best that has written the body, else the one that does so while the reader waits."""
        if len(self.bodies[PLAIN.label]) < SMALLEST:
            return PLAIN
        chosen = next((each for each in ways if each.label in self.bodies), ways[-1])
        if chosen.label not in self.bodies:
            self.bodies[chosen.label] = chosen.encode(self.bodies[PLAIN.label])
        self.is_worth_improving |= chosen is not ways[0]
        return chosen

    def _written(self, encoder: Encoder) -> Reply:
        body = self.bodies[encoder.label]
        tag = self.tag(encoder)
        own = [("Vary", VARY)]
        if encoder is not PLAIN:
            own.append(("Content-Encoding", encoder.coding))
        headers = [*self.headers, *own]
        unmodified = [each for each in headers if each[0].lower() in OF_UNMODIFIED]
        length = [("Content-Length", str(len(body)))]
        return Reply(tag, length, [*headers, ("ETag", tag)], unmodified, body)
