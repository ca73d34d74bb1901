"""An answer that is kept: its headers, and its body in every way in which it was written."""

from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from time import monotonic

from .encodings import ENCODERS, PLAIN, SMALLEST, Encoder
from .policy import STALE_IF_ERROR

Headers = list[tuple[str, str]]

# What says again how long a copy is good, and of which text (RFC 9110, 15.4.5).
OF_UNMODIFIED = frozenset({"cache-control", "expires", "last-modified", "vary"})
# What an entry takes beside its bodies: headers, keys, and the answers that are made of them.
OVERHEAD = 4_000


@dataclass(frozen=True)
class Reply:
    """An answer that is ready to be sent, and its headers where the reader has the body."""

    tag: str
    headers: Headers
    unmodified: Headers
    body: bytes


class Entry:
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
        self.tags = {self._tag(each): each.coding for each in ENCODERS}
        self.is_worth_improving = False
        self._replies: dict[tuple[str, ...], Reply] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        return OVERHEAD + sum(map(len, list(self.bodies.values())))

    @property
    def may_stand_in(self) -> bool:
        """Whether it may be sent where nobody can say what is current."""
        return monotonic() - self.confirmed_at < STALE_IF_ERROR

    def take_over(self, older: "Entry | None") -> None:
        """Go on with what was written of an earlier answer, if its body was the same."""
        if older and older.digest == self.digest:
            self.bodies = dict(older.bodies)

    def reply(self, codings: tuple[str, ...]) -> Reply:
        """The answer for who takes these codings, in this order."""
        reply = self._replies.get(codings)
        if reply is None:
            with self._lock:
                reply = self._replies[codings] = self._written(self._encoder(codings[0]))
        return reply

    def improve(self) -> None:
        """Write the body as small as it gets, in the codings in which it has been asked for."""
        written = {each.coding for each in ENCODERS if each.label in self.bodies}
        better = {
            each.label: each.encode(self.bodies[PLAIN.label])
            for each in ENCODERS
            if each.is_slow and each.coding in written and each.label not in self.bodies
        }
        with self._lock:
            self.bodies |= better
            for each in ENCODERS:
                if each.is_quick and each.coding in written:
                    self.bodies.pop(each.label, None)
            self._replies = {}

    def _encoder(self, coding: str) -> Encoder:
        """The best that has written the body, else the one that does so while the reader waits."""
        if len(self.bodies[PLAIN.label]) < SMALLEST:
            return PLAIN
        ways = [each for each in ENCODERS if each.coding == coding]
        chosen = next((each for each in ways if each.label in self.bodies), ways[-1])
        if chosen.label not in self.bodies:
            self.bodies[chosen.label] = chosen.encode(self.bodies[PLAIN.label])
        self.is_worth_improving |= chosen is not ways[0]
        return chosen

    def _written(self, encoder: Encoder) -> Reply:
        body = self.bodies[encoder.label]
        tag = self._tag(encoder)
        own = [("Vary", "Accept-Encoding"), ("Content-Length", str(len(body)))]
        if encoder is not PLAIN:
            own.append(("Content-Encoding", encoder.coding))
        headers = [*self.headers, *own]
        unmodified = [each for each in headers if each[0].lower() in OF_UNMODIFIED]
        return Reply(tag, [*headers, ("ETag", tag)], unmodified, body)

    def _tag(self, encoder: Encoder) -> str:
        """A strong entity tag: what is written otherwise is another sequence of bytes."""
        return f'"{"-".join(filter(None, (self.digest, encoder.label)))}"'
