"""What holds for every page and form of the admin, so that no view, new or old, is forgotten."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse

from mep_site.demo.people import ADMINISTRATOR

from ..signing_in import sign_in
from ..test_leading_away import MisledClient
from .crawl import CrawledPage, Walk
from .judging import wrong_words

# Scripts that run as they stand in a page, handlers, styles: what no Content-Security-Policy of the
# site lets a browser do. In a dialog that comes as JSON, quotes are escaped.
INLINE = re.compile(
    r"<script(?![^>]*(?: src=|type=\\?\"(?:application/(?:ld\+)?json|text/[a-z-]*template)))"
    r"|<style|<[a-z][^>]*\s(?:style|on[a-z]+)=|href=\\?[\"']javascript:",
    re.IGNORECASE,
)
PAGES = ("text/html", "application/json")


class WalkingClient(MisledClient):
    """A browser that also notes what a page has in itself instead of in files."""

    def __init__(self) -> None:
        super().__init__(raise_request_exception=False)
        self.inline: list[str] = []

    def _noted(self, path: str, response: HttpResponse) -> HttpResponse:
        self.inline += (f"{path}: {each}" for each in inline(response))
        return super()._noted(path, response)


def inline(response: HttpResponse) -> Iterator[str]:
    """The places of a page that a policy would keep from working."""
    if not response.streaming and response.headers.get("Content-Type", "").startswith(PAGES):
        yield from (each[0] for each in INLINE.finditer(response.content.decode()))


def noted(walk: Walk, visits: list[CrawledPage]) -> Iterator[CrawledPage]:
    """The pages of a walk, while it goes on."""
    for visit in walk:
        visits.append(visit)
        yield visit


@pytest.mark.asvs("3.4.3", "3.7.2")
@pytest.mark.slow
@pytest.mark.every_database
@pytest.mark.usefixtures("nothing_is_remembered")
def test_every_page_keeps_to_the_readers_language_to_this_site_and_to_the_policy(content):
    """Three facts in one test, because the walk to all pages takes most of a minute."""
    walk = Walk("", is_thorough=True)
    walk.client = WalkingClient()
    sign_in(walk.client, User.objects.get(username=ADMINISTRATOR.username))
    visits: list[CrawledPage] = []
    words = wrong_words(noted(walk, visits), content)
    assert len(visits) > 400
    assert words == []
    assert walk.client.led_away == []
    assert walk.client.inline == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<p class="a" style="color: red">',
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">',
        "<style>p {}</style>",
        '{"html": "<b style=\\"color: red\\">"}',
    ],
)
def test_what_stands_in_a_page_would_be_found(html):
    assert [*inline(HttpResponse(html))]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="/static/a.js"></script>',
        '<script type="module" src="/static/a.js"></script>',
        '<script id="a" type="application/json">{}</script>',
        '<div data-action="change->w-x#on" class="on-hover">',
    ],
)
def test_files_and_data_are_no_scripts(html):
    assert not [*inline(HttpResponse(html))]
