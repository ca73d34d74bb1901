"""In which ways a body is written, and which of them a reader takes (RFC 9110, 12.5.3)."""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import brotli

IDENTITY = "identity"
# With a dictionary that the reader has: RFC 9842; `readers` tells who takes it.
DCZ = "dcz"
# Below that the name of the coding is longer than what it saves.
SMALLEST = 200

WEIGHT = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Encoder:
    """A way to write a body.

    ``coding`` is its name in HTTP; ``label`` tells what it writes from what others of the same
    coding write. A slow one works in the background, for a page that is asked for again.
    """

    label: str
    coding: str
    encode: Callable[[bytes], bytes]
    is_slow: bool = False

    @property
    def is_quick(self) -> bool:
        """Whether it writes something of its own, while a reader waits."""
        return not self.is_slow and self.coding != IDENTITY


PLAIN = Encoder("", IDENTITY, bytes)
# The best first; the times are those of a page of 15 kB. Of each coding one encoder is not slow.
ENCODERS = (
    Encoder("br11", "br", partial(brotli.compress, quality=11), is_slow=True),  # 14.5 ms
    Encoder("br5", "br", partial(brotli.compress, quality=5)),  # 0.27 ms
    Encoder("gz9", "gzip", partial(gzip.compress, compresslevel=9, mtime=0), is_slow=True),
    Encoder("gz5", "gzip", partial(gzip.compress, compresslevel=5, mtime=0)),
    PLAIN,
)
CODINGS = tuple(dict.fromkeys(encoder.coding for encoder in ENCODERS))


@lru_cache(256)
def accepted(header: str) -> tuple[str, ...]:
    """The codings that an ``Accept-Encoding`` takes, what it prefers first, then our preference.

    Who takes none at all, and not even the plain body, gets that nevertheless.
    """
    weights = _weights(header)
    others = weights.get("*", 0.0)
    # Whoever does not speak of the plain body takes it, after all that is named.
    unnamed = dict.fromkeys(CODINGS, others) | {IDENTITY: weights.get("*", 0.0001), DCZ: 0.0}
    wanted = {coding: weights.get(coding, unnamed[coding]) for coding in (DCZ, *CODINGS)}
    found = sorted(filter(wanted.get, wanted), key=lambda coding: -wanted[coding])
    return tuple(found) or (IDENTITY,)


def _weights(header: str) -> dict[str, float]:
    """The codings that a header names, with their weights; none for a weight that is no weight."""
    weights = {}
    for part in header.split(","):
        name, _, parameter = part.partition(";")
        weight = WEIGHT.fullmatch(parameter.strip())
        if weight or not parameter:
            weights[name.strip().lower()] = float(weight[1]) if weight else 1.0
    return weights
