"""Who is answered from memory, for which addresses, and which answers are kept.

All rules of the page cache stand here. Whatever is odd goes to Django, and is not kept.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

# What a public answer allows caches. Browsers ask each time, and are told "not modified". A cache
# in front of the site asks once a second, for one of its readers while the others get what it has;
# where the site does not answer, it may go on for a day, and so does this layer.
SHARED_SECONDS = 1
STALE_IF_ERROR = 24 * 60 * 60
PUBLIC = {
    "public": True,
    "s_maxage": SHARED_SECONDS,
    "stale_while_revalidate": SHARED_SECONDS,
    "stale_if_error": STALE_IF_ERROR,
}

# How long others wait for who renders a page, in seconds, before they render it themselves.
PATIENCE = 10
LARGEST_BODY = 2 * 1024 * 1024
LONGEST_PATH = 500
LONGEST_QUERY = 300

METHODS = frozenset({"GET", "HEAD"})
# Addresses as the site writes them: Django finds pages by no other spelling of these characters.
PATH = re.compile(r"/(?:[A-Za-z0-9_-]+/)*(?:[A-Za-z0-9_-]+\.[a-z]+)?")
FORBIDDING = frozenset({"private", "no-store", "no-cache"})
# What the layer says itself, for each way in which it writes the body.
OWN_HEADERS = frozenset({"content-length", "etag", "vary"})
UNKEPT_HEADERS = frozenset({"set-cookie", "content-encoding", "content-range"})

Environ = Mapping[str, Any]
Headers = Iterable[tuple[str, str]]


class Address(NamedTuple):
    """What an answer is the answer to, as Django reads it from a request."""

    scheme: str
    host: str
    path: str
    query: str


@dataclass(frozen=True)
class Policy:
    """Which requests concern the layer, on this site.

    ``hosts`` are those of the site, with their ports; ``cookies`` are the names of those by which
    a visitor is known; ``https_header`` is Django's ``SECURE_PROXY_SSL_HEADER``.
    """

    hosts: frozenset[str]
    cookies: tuple[str, ...] = ()
    https_header: tuple[str, str] | None = None

    def is_for_everybody(self, environ: Environ) -> bool:
        """Whether a request is one that every visitor could make: to read, as nobody known."""
        cookie = environ.get("HTTP_COOKIE")
        return (
            environ["REQUEST_METHOD"] in METHODS
            and "HTTP_AUTHORIZATION" not in environ
            and not environ.get("SCRIPT_NAME")
            and not (cookie and any(name in cookie for name in self.cookies))
        )

    def address(self, environ: Environ) -> Address:
        """What the request asks for, in its own spelling."""
        return Address(
            self._scheme(environ),
            environ.get("HTTP_HOST", ""),
            environ.get("PATH_INFO", ""),
            environ.get("QUERY_STRING", ""),
        )

    def _scheme(self, environ: Environ) -> str:
        """See ``django.http.HttpRequest.scheme``."""
        if self.https_header:
            said = environ.get(self.https_header[0])
            if said is not None:
                is_https = said.split(",", 1)[0].strip() == self.https_header[1]
                return "https" if is_https else "http"
        return environ["wsgi.url_scheme"]

    def may_be_kept(self, address: Address) -> bool:
        """Whether an answer may be kept for this address at all: spelled as the site spells it.

        The same page has endless other addresses, by case and port of the host, or by parameters
        that are written otherwise. They would fill the memory.
        """
        return (
            address.host in self.hosts
            and len(address.path) <= LONGEST_PATH
            and bool(PATH.fullmatch(address.path))
            and is_usual(address.query)
        )


def is_usual(query: str) -> bool:
    """Whether the parameters of an address are written as a browser does, each of them once."""
    if not query:
        return True
    if len(query) > LONGEST_QUERY:
        return False
    parameters = parse_qsl(query, keep_blank_values=True)
    is_each_once = len(dict(parameters)) == len(parameters)
    return is_each_once and urlencode(parameters) == query


def is_kept(status: str, headers: Headers) -> bool:
    """Whether an answer is public: its view must say so, by ``marking``, and nothing against it."""
    if not status.startswith("200 "):
        return False
    said = {name.lower(): value for name, value in headers}
    directives = _listed(said.get("cache-control", ""))
    return (
        "public" in directives
        and any(directive.startswith("s-maxage=") for directive in directives)
        and not directives & FORBIDDING
        and _listed(said.get("vary", "")) <= {"accept-encoding"}
        and not said.keys() & UNKEPT_HEADERS
    )


def kept_headers(headers: Headers) -> list[tuple[str, str]]:
    """The headers of an answer that are sent again with each copy of it."""
    return [(name, value) for name, value in headers if name.lower() not in OWN_HEADERS]


def _listed(value: str) -> set[str]:
    return {part.strip().lower() for part in value.split(",") if part.strip()}
