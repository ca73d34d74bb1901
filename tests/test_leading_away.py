"""Nobody is led to another site by a link to this one, whatever the link says in its parameters.

For the admin behind its door see ``tests/words/test_walked_admin.py``.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import allauth
import django
import pytest
import wagtail
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from .admin_forms import offered
from .measuring.places import PLACES
from .people import PASSWORDS
from .test_architecture import ROOT
from .words.crawl import Walk

# It reads as a path to whoever only looks at the first letter.
ELSEWHERE = "//elsewhere.example/"
# The parameter by which views are told where to lead.
NAME = "next"
MISLEADING = {NAME: ELSEWHERE}
LEADS_AWAY = re.compile(rf'(?:href|action|src|data-[\w-]*(?:url|href))="{ELSEWHERE}')
SOURCES = [
    *(ROOT / app for app in ("mep_site", "departments", "news", "cooperation")),
    *(Path(wagtail.__file__).parent / app for app in ("admin", "contrib/redirects", "documents")),
    *(Path(wagtail.__file__).parent / app for app in ("images", "snippets", "users", "views.py")),
    Path(django.__file__).parent / "contrib" / "auth",
    *(Path(allauth.__file__).parent / app for app in ("account", "core", "mfa", "utils.py")),
]
READ = re.compile(
    r"""(?:GET|POST|query_params|parameters)(?:\.get\(|\[)\s*["'](\w*(?:next|redirect|return)\w*)"""
    r"""|redirect_field_name(?:: str)? = ["'](\w+)|REDIRECT_FIELD_NAME = ["'](\w+)"""
)
# What translators tell each other is a text.
NO_ADDRESS = {"return_comment"}


class MisledClient(Client):
    """A browser in which somebody has clicked on links and sent forms that were tampered with."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.led_away: list[str] = []

    def get(self, path: str, *args: Any, **options: Any) -> HttpResponse:
        return self._noted(path, super().get(_tampered(path), *args, **options))

    def post(self, path: str, data: Any = None, **options: Any) -> HttpResponse:
        sent = {**(data or {}), **MISLEADING}
        return self._noted(path, super().post(_tampered(path), sent, **options))

    def _noted(self, path: str, response: HttpResponse) -> HttpResponse:
        if is_led_away(path, response):
            self.led_away.append(f"{response.request['REQUEST_METHOD']} {path}")
        return response


def _tampered(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{urlencode(MISLEADING)}"


def is_led_away(path: str, response: HttpResponse) -> bool:
    """Whether an answer leads to another site, at once or by a link or a form."""
    # Browsers take the one for the other.
    target = urljoin(path, response.headers.get("Location", "").replace("\\", "/"))
    if urlsplit(target).netloc not in {"", "testserver"}:
        return True
    return not response.streaming and bool(
        LEADS_AWAY.search(response.content.decode("utf-8", "replace"))
    )


def names_read() -> Iterator[str]:
    """The names under which views ask for an address, ours and those of the libraries."""
    for source in SOURCES:
        for file in [source] if source.is_file() else source.rglob("*.py"):
            if "test" not in file.name:
                for found in READ.finditer(file.read_text("utf-8")):
                    yield from filter(None, found.groups())


def test_views_are_told_where_to_lead_by_this_parameter_only():
    assert set(names_read()) - NO_ADDRESS == {NAME}


@pytest.mark.asvs("3.7.2")
def test_nobody_who_has_not_signed_in_is_led_to_another_site(db):
    walk = Walk("", is_thorough=False)
    walk.client = MisledClient(raise_request_exception=False)
    assert len([*walk]) > 2
    assert walk.client.led_away == []


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_public_page_leads_to_another_site(place, db):
    client = MisledClient()
    client.get(place.address("en"))
    assert client.led_away == []


@pytest.mark.parametrize("pressed", [{}, {"reset": "1"}])
def test_text_settings_lead_back_to_this_site_only(pressed, db):
    client = MisledClient()
    sent = offered(client, "/en/display/", "main form[method=post]")
    assert client.post("/en/display/", sent | pressed).status_code == 302
    assert client.led_away == []


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_who_signs_in_stays_on_this_site(address, db):
    client = MisledClient()
    response = client.post(address, {"username": "editor", "password": PASSWORDS["editor"]})
    assert response.status_code in {200, 302, 404}
    assert client.led_away == []


def test_who_signs_out_stays_on_this_site(db):
    client = MisledClient()
    client.force_login(User.objects.get(username="editor"))
    assert client.post("/admin/logout/").status_code == 302
    assert client.led_away == []


@pytest.mark.parametrize(
    "html",
    [f'<a href="{ELSEWHERE}">', f'<form action="{ELSEWHERE}">', f'<b data-url="{ELSEWHERE}">'],
)
def test_a_link_to_another_site_would_be_found(html):
    assert is_led_away("/", HttpResponse(html))


@pytest.mark.parametrize(
    "target", [ELSEWHERE, "https://elsewhere.example/", "/\\elsewhere.example"]
)
def test_a_redirect_to_another_site_would_be_found(target):
    assert is_led_away("/", HttpResponse(headers={"Location": target}))
