"""Where the public site is measured: every page type in every language, and what is not a page.

Each instrument looks at every place of `PLACES`, in every language: a new kind of address needs
one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.utils import translation
from wagtail.models import get_page_models

from cooperation.models import Programme
from mep_site.core.models import BasePage
from mep_site.translations.languages import languages
from news.models import NewsArticle, NewsIndex

CODES = [language.code for language in languages()]
PAGE_TYPES = [model for model in get_page_models() if model.is_creatable]
WORDS = {"zh-hans": "水", "en": "water", "ru": "вод"}
# The language beside that of the address.
BESIDE = {"zh-hans": "ru", "en": "zh-hans", "ru": "en"}

# What protects a form.
FORM = frozenset({"csrftoken"})


@dataclass(frozen=True)
class Place:
    """A kind of address: its name in tables, its address in a language, status and cookies."""

    name: str
    address: Callable[[str], str]
    status: int = 200
    cookies: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.name


def address(page: BasePage, code: str) -> str:
    """The address of a page in a language."""
    with translation.override(code):
        return page.get_url()


def in_every_language(model: type[BasePage]) -> BasePage:
    """The first published page of this type that has a text in every language."""
    pages = model.objects.published().order_by("path")
    for language in languages():
        pages = pages.in_language(language)
    return pages.first()


def _page_of(model: type[BasePage], code: str) -> str:
    return address(in_every_language(model), code)


def _behind() -> NewsArticle:
    """An article whose English text is behind the Chinese one."""
    return NewsArticle.objects.get(slug="open-days-on-world-environment-day")


def _absent(code: str) -> str:
    """A page without a text in this language; every page has a Chinese one."""
    english, russian = (language for language in languages() if not language.is_authoritative)
    language = english if code == english.code else russian
    pages = NewsArticle.objects.published().not_in_language(language)
    return address(pages.order_by("path").first(), code)


def _beside(url: str, code: str) -> str:
    return f"{url}?with={BESIDE[code]}"


PLACES = [
    *(Place(model._meta.label, partial(_page_of, model)) for model in PAGE_TYPES),
    Place("second page of a list", lambda code: f"{_page_of(NewsIndex, code)}?page=2"),
    Place("search", lambda code: f"/{code}/search/?{urlencode({'q': WORDS[code]})}"),
    Place("search without result", lambda code: f"/{code}/search/?q=%3Cqwertz%3E"),
    Place("topics", lambda code: f"/{code}/topics/"),
    Place("topic", lambda code: f"/{code}/topics/water/"),
    Place("text behind the Chinese", lambda code: address(_behind(), code)),
    Place("filtered list", lambda code: f"{_page_of(NewsIndex, code)}?topic=water"),
    Place("filter without result", lambda code: f"{_page_of(NewsIndex, code)}?year=1999"),
    Place("two languages", lambda code: _beside(_page_of(Programme, code), code)),
    Place("two languages, behind", lambda code: _beside(address(_behind(), code), code)),
    Place("text settings", lambda code: f"/{code}/display/", cookies=FORM),
    Place("report of an error", lambda code: f"/{code}/report/{_behind().pk}/", cookies=FORM),
    Place("ways to follow", lambda code: f"/{code}/follow/"),
    Place("subscription by e-mail", lambda code: f"/{code}/follow/email/{_behind().pk}/"),
    Place("open data", lambda code: f"/{code}/data/"),
    Place("citation", lambda code: f"/{code}/cite/{_behind().pk}/"),
    Place("changes", lambda code: f"/{code}/changes/{_behind().pk}/"),
    Place("text absent", _absent),
    Place("not found", lambda code: f"/{code}/no-such-page/", status=404),
]
