"""The demo's pages as a visitor is shown them, rendered once for all tests that only look."""

from dataclasses import dataclass
from functools import cache

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from mep_site.core.models import BasePage

from .measuring.places import address, in_every_language


@dataclass(frozen=True)
class Shown:
    """The first published page of a type that has a text in every language, in one of them."""

    page: BasePage
    response: HttpResponse

    @property
    def html(self) -> BeautifulSoup:
        """The page taken apart, anew for each that asks, as it may be changed."""
        return BeautifulSoup(self.response.content, "html.parser")


@cache
def show(model: type[BasePage], code: str) -> Shown:
    """Ask for the page; a test that calls this must not have changed what the demo shows."""
    page = in_every_language(model)
    response = Client().get(address(page, code))
    assert response.status_code == 200
    return Shown(page, response)
