"""An address of each kind of public page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex, Leader
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.translations.languages import Language, languages
from news.models import NewsArticle, NewsIndex, PolicyIndex

PAGE_TYPES: dict[str, type[BasePage]] = {
    "home": HomePage,
    "article": NewsArticle,
    "department": Department,
    "leader": Leader,
    "programme": Programme,
    "news list": NewsIndex,
    "policy list": PolicyIndex,
    "departments": DepartmentIndex,
    "programmes": CooperationIndex,
}
# What somebody looks for, by the code of the language.
QUERIES = {"zh-hans": "生态环境", "en": "environment", "ru": "экология"}


@dataclass(frozen=True)
class Visit:
    """An address, and the kind of what is found there."""

    kind: str
    language: Language
    address: str


def visits() -> Iterator[Visit]:
    """Each kind of page in each language of the site."""
    for language in languages():
        with translation.override(language.code):
            for kind, model in PAGE_TYPES.items():
                yield Visit(kind, language, _public(model).get_url())
            search = f"{reverse('search')}?{urlencode({'q': QUERIES[language.code]})}"
            yield Visit("search", language, search)
            yield Visit("404", language, f"/{language.code}/no-such-page/")


def _public(model: type[BasePage]) -> BasePage:
    """The first page of a type that the public can read in every language."""
    pages = model.objects.published()
    for language in languages():
        pages = pages.in_language(language)
    return pages.order_by("path")[:1].get()
