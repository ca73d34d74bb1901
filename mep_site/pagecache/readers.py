"""What a request says of its reader: in which ways it takes a body, and what it should fetch."""

from functools import lru_cache, partial
from typing import NamedTuple

from django.urls import reverse

from .dictionary import BEST, QUICK, Dictionary
from .encodings import DCZ, ENCODERS, PLAIN, Encoder, accepted
from .policy import Environ
from .shelf import KEPT, Shelf


class Reader(NamedTuple):
    """Encoders that write what it takes, the preferred first, and headers that advise it."""

    encoders: tuple[Encoder, ...]
    advice: tuple[tuple[str, str], ...]


def reader_of(environ: Environ, shelf: Shelf) -> Reader:
    """Who takes ``dcz`` and names a dictionary that is on the shelf gets that, with no other."""
    held = shelf.held
    dictionary = held.get(environ.get("HTTP_AVAILABLE_DICTIONARY", ""))
    encoders = _encoders(environ.get("HTTP_ACCEPT_ENCODING", ""), dictionary)
    newest = next(iter(held.values()), None)
    lacks = newest is not None and dictionary is not newest
    return Reader(encoders, _advice(newest.name) if lacks else ())


@lru_cache(256)
def _encoders(header: str, dictionary: Dictionary | None) -> tuple[Encoder, ...]:
    offered = (*(_with(dictionary) if dictionary else ()), *ENCODERS)
    found = [each for coding in accepted(header) for each in offered if each.coding == coding]
    return tuple(found) or (PLAIN,)


@lru_cache(KEPT)
def _with(dictionary: Dictionary) -> tuple[Encoder, ...]:
    """What writes with a dictionary; the labels tell it from what another one reads."""
    return tuple(
        Encoder(
            f"{DCZ}{level}-{dictionary.name[:12]}",
            DCZ,
            partial(dictionary.compress, level=level),
            is_slow=level == BEST,
        )
        for level in (BEST, QUICK)
    )


@lru_cache(KEPT)
def _advice(name: str) -> tuple[tuple[str, str], ...]:
    """Have a browser fetch a dictionary when it has nothing else to do: RFC 9842, 3."""
    return (("Link", f'<{reverse("dictionary", args=[name])}>; rel="compression-dictionary"'),)
