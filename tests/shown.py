"""The demo's pages as a visitor is shown them, rendered and read once for all tests that look."""

from dataclasses import dataclass
from functools import cache, cached_property

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

    @cached_property
    def html(self) -> BeautifulSoup:
        """The page taken apart; who changes it changes a copy."""
        return BeautifulSoup(self.response.content, "html.parser")


@cache
def show(model: type[BasePage], code: str, beside: str = "") -> Shown:
    """Ask for the page, beside its text in another language if that is named.

    A test that calls this must not have changed what the demo shows.
    """
    page = in_every_language(model)
    response = Client().get(address(page, code), {"with": beside} if beside else {})
    assert response.status_code == 200
    return Shown(page, response)
