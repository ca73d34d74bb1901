"""Links to pages of this site: only to those that every visitor may see."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.rich_text.rewriters import LinkRewriter

from mep_site.media.models import SiteDocument


def public_url(page: AbstractPage | None, request: HttpRequest) -> str:
    """The address of a page in the active language; empty if it is a draft, expired or private.

    For pages that are at hand already; lists ask for :meth:`BasePageQuerySet.published` instead.
    """
    if not page or not page.live or restrictions_on(page, request):
        return ""
    return page.get_url(request) or ""


def restrictions_on(page: AbstractPage, request: HttpRequest) -> list[PageViewRestriction]:
    """The view restrictions on a page and the pages above it; one query for all pages."""
    if not hasattr(request, "view_restrictions"):
        everything = PageViewRestriction.objects.annotate(page_path=F("page__path"))
        request.view_restrictions = list(everything)
    return [
        restriction
        for restriction in request.view_restrictions
        if page.path.startswith(restriction.page_path)
    ]


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
