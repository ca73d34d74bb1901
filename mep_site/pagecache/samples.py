"""Public pages as a visitor gets them, from all over the site, to train a dictionary from."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from . import policy

# As many as can be rendered in a few seconds.
MOST = 200

LOCATION = re.compile(r"<loc>([^<]+)</loc>")


def public_pages() -> list[bytes]:
    """The HTML of at most ``MOST`` pages of the site map that a cache may keep."""
    site = Stranger()
    return [page for path in spread(site.paths(), MOST) if (page := site.page(path)) is not None]


def public_paths() -> list[str]:
    """The addresses of all pages in all languages, without the site's own."""
    return [*Stranger().paths()]


def spread(paths: Iterable[str], number: int) -> list[str]:
    """So many of these, by turns from each section in each language: ``/en/news/``."""
    sections = defaultdict(list)
    for path in paths:
        sections["/".join(path.split("/")[:3])].append(path)
    turns = chain.from_iterable(zip_longest(*sections.values()))
    return list(islice(filter(None, turns), number))


class Stranger:
    """Somebody whom nobody knows, at the site's own address; asks Django, not the page cache.

    Who bears errors gets the site's page for them; else an error of the site is one here.
    """

    def __init__(self, *, bears_errors: bool = False) -> None:
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        self._is_secure = address.scheme == "https"
        self._client = Client(
            headers={"Host": address.netloc}, raise_request_exception=not bears_errors
        )

    def paths(self) -> Iterator[str]:
        """Those of all pages in all languages."""
        for part in self._locations(reverse("sitemap-index")):
            yield from self._locations(part)

    def page(self, path: str) -> bytes | None:
        """What is there, if it is for everybody."""
        response = self.answer(path)
        is_public = policy.is_kept(f"{response.status_code} ", response.items())
        return response.content if is_public else None

    def answer(self, path: str) -> HttpResponseBase:
        """Whatever the site answers."""
        return self._client.get(path, secure=self._is_secure)

    def _locations(self, path: str) -> list[str]:
        site_map = self.answer(path).getvalue().decode()
        return [urlsplit(location).path for location in LOCATION.findall(site_map)]
