"""What stands at the end of a page for those who quote, share, keep or hear it."""

from functools import lru_cache

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from mep_site.core.addresses.public_links import addresses_of, is_public
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.models import BasePage
from mep_site.translations.languages import active_language

register = template.Library()


@register.simple_tag
def may_be_kept(page: BasePage | None) -> bool:
    """Whether everybody can read the page in the active language, so that it may be passed on."""
    return bool(
        page
        and page.pk
        and not page.is_previewed
        and active_language() in page.live_languages
        and is_public(page)
    )


@register.simple_tag
def is_text(page: BasePage) -> bool:
    """Whether the page is one to read, and not a list or a way to other pages."""
    return page.page_kind == PageKind.CONTENT


@register.simple_tag
def page_tools(page: BasePage) -> SafeString:
    """The row that opens: to cite, share, save and hear a text; and on paper its code."""
    return _page_tools(page.pk, get_language())


@lru_cache(maxsize=1024)
def _page_tools(page_id: int, language_code: str) -> SafeString:
    """All that it depends on; the language is the active one."""
    return render_to_string("citation/page_tools.html", {"page_id": page_id})


@register.simple_tag(takes_context=True)
def own_address(context: Context, page: BasePage) -> str:
    """The absolute address of the page in the active language."""
    request = context["request"]
    return request.build_absolute_uri(addresses_of(page, request)[active_language()])
