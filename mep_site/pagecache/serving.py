"""Serves the dictionaries, each at an address of its own that never changes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from .dictionary import Dictionary
from .entries import Entry
from .replying import HIT, send
from .shelf import Shelf

ADDRESS = "/dictionaries/{name}"
PATH = re.compile(ADDRESS.format(name="([0-9a-f]{64})"))

HEADERS = [
    ("Content-Type", "application/octet-stream"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "public, max-age=31536000, immutable"),
    # For whatever is opened in a window: style sheets and pictures have nothing in common with it.
    ("Use-As-Dictionary", 'match="/*", match-dest=("document")'),
]


def recommending(dictionary: Dictionary) -> tuple[str, str]:
    """The header that has a browser fetch it when there is nothing else to do: RFC 9842, 3."""
    return "Link", f'<{ADDRESS.format(name=dictionary.name)}>; rel="compression-dictionary"'


class DictionaryServer:
    """Answers for the addresses of dictionaries, and leaves all others to the application."""

    def __init__(self, application: WSGIApplication, shelf: Shelf) -> None:
        self.application = application
        self.shelf = shelf

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked = PATH.fullmatch(environ.get("PATH_INFO", ""))
        dictionary = self.shelf.named(asked[1]) if asked else None
        if dictionary is None or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return self.application(environ, start_response)
        return send(_entry(dictionary), environ, start_response, HIT)


@lru_cache(KEPT)
def _entry(dictionary: Dictionary) -> Entry:
    """The dictionary as an answer, written as small as it gets by the first who asks: 40 ms."""
    entry = Entry("", HEADERS, dictionary.content)
    entry.improve()
    return entry
