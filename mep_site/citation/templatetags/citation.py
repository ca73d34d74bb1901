"""What stands at the end of a page for those who quote, share, keep, print or hear it."""

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
def is_text(page: BasePage) -> bool:
    """Whether the page is one to read, and not a list or a way to other pages."""
    return page.page_kind == PageKind.CONTENT


@register.simple_tag(takes_context=True)
def page_tools(context: Context) -> SafeString:
    """To cite, share, save and hear a text; on paper where it is from.

    Nothing for what not everybody can read in the active language.
    """
    page, request = context.get("page"), context["request"]
    if not (page and page.pk and _is_for_everybody(page)):
        return SafeString()
    address = request.build_absolute_uri(addresses_of(page, request)[active_language()])
    return _page_tools(page.pk, is_text(page), address, get_language())


def _is_for_everybody(page: BasePage) -> bool:
    is_live = not page.is_previewed and active_language() in page.live_languages
    return is_live and is_public(page)


@lru_cache(maxsize=1024)
def _page_tools(page_id: int, is_to_be_read: bool, address: str, language_code: str) -> SafeString:
    """All that it depends on; the language is the active one."""
    context = {"page_id": page_id, "is_to_be_read": is_to_be_read, "address": address}
    return render_to_string("citation/page_tools.html", context)
