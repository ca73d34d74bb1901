"""Of which site facts are read, and under which addresses its pages stand."""

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import escape_uri_path

from mep_site.core.addresses.places import Place
from mep_site.translations.languages import Language, authoritative, languages


class SiteScope(NamedTuple):
    """The pages below ``root_path``; absolute addresses begin with ``base``."""

    root_path: str
    root_url_path: str
    base: str
    prefixes: tuple[str, ...]

    @classmethod
    def of(cls, request: HttpRequest, home: Place) -> "SiteScope":
        """The site that answers a request."""
        base = request.build_absolute_uri("/").rstrip("/")
        prefixes = tuple(base + _home_address(each) for each in languages())
        return cls(home.path, home.url_path, base, prefixes)

    @property
    def ministry(self) -> str:
        """The name of the ministry for machines, as its pages have it in the Chinese text."""
        return f"{self.home_in(authoritative())}#ministry"

    def home_in(self, language: Language) -> str:
        """The absolute address of the home page in a language."""
        return dict(zip(languages(), self.prefixes, strict=True))[language]

    def address(self, url_path: str, language: Language) -> str:
        """The absolute address of a page in a language."""
        return self.home_in(language) + escape_uri_path(url_path.removeprefix(self.root_url_path))


def _home_address(language: Language) -> str:
    with translation.override(language.code):
        return reverse("wagtail_serve", args=[""])
