"""Links to pages of this site: only to those that every visitor may see."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.html import format_html
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.rich_text.rewriters import LinkRewriter

from mep_site.media.models import SiteDocument
from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, languages


def public_url(page: AbstractPage | None, request: HttpRequest) -> str:
    """The address of a page in the active language; empty if it is a draft, expired or private.

    For pages that are at hand already; lists ask for :meth:`BasePageQuerySet.published` instead.
    """
    return (page.get_url(request) or "") if page and is_public(page) else ""


def addresses_of(page: AbstractPage, request: HttpRequest) -> dict[Language, str]:
    """The address of a page in each language of the site, kept on the request."""
    kept = vars(request).setdefault("page_addresses", {})
    if page.pk not in kept:
        kept[page.pk] = {each: _address_in(page, each, request) for each in languages()}
    return kept[page.pk]


def _address_in(page: AbstractPage, language: Language, request: HttpRequest) -> str:
    with translation.override(language.code):
        return page.get_url(request) or ""


def is_public(page: AbstractPage) -> bool:
    """Whether every visitor may see a page that is at hand; no query."""
    return page.live and not _keys_of_restrictions_on(page)


def restrictions_on(page: AbstractPage) -> list[PageViewRestriction]:
    """The view restrictions on a page and the pages above it; no query if there are none."""
    keys = _keys_of_restrictions_on(page)
    return list(PageViewRestriction.objects.filter(pk__in=keys)) if keys else []


def _keys_of_restrictions_on(page: AbstractPage) -> list[int]:
    return [key for key, _, path in restricted_paths() if page.path.startswith(path)]


@by_version(maxsize=1)
def restricted_paths() -> tuple[tuple[int, int, str], ...]:
    """The key of every view restriction, and key and path of the page that it stands on."""
    return tuple(PageViewRestriction.objects.values_list("pk", "page_id", "page__path"))


def expand_links(
    html: str,
    request: HttpRequest,
    pages: Mapping[Any, AbstractPage],
    documents: Mapping[Any, SiteDocument],
) -> str:
    """Give the links of rich text their addresses, from what is loaded already.

    Links to what is gone or not public stay as plain words.
    """

    def rule(address: Callable[[int], str]) -> Callable[[dict[str, str]], str]:
        def opening_tag(attributes: dict[str, str]) -> str:
            url = address(int(attributes["id"]))
            return format_html('<a href="{}">', url) if url else "<a>"

        return opening_tag

    rules = {
        "page": rule(lambda key: public_url(pages.get(key), request)),
        "document": rule(lambda key: documents[key].url if key in documents else ""),
    }
    return LinkRewriter(rules)(html)
