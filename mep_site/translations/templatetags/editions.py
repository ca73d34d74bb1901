"""What templates of the admin ask about the languages of a page."""

from typing import Any

from django import template
from django.utils import translation
from wagtail.admin.ui.tables import Table
from wagtail.models import AbstractPage

from ..admin.bar import BarEntry, EditionBar
from ..admin.statuses import ABSENT, EditionStatus, editions_of_all, statuses_of
from ..languages import Language, languages
from ..models import Edition
from ..models.edition import live_languages

register = template.Library()


@register.simple_tag(takes_context=True)
def languages_of_page(context: Any, page: AbstractPage) -> list[BarEntry]:
    """The languages of a page with their states, that in scope among them."""
    return list(EditionBar(page, page.edition_language, context["request"].user).entries())


@register.simple_tag
def languages_in_list(table: Table, page: AbstractPage) -> list[tuple[Language, EditionStatus]]:
    """The languages of a page in a list, with the first thing to say about each.

    The editions of all pages of the list are loaded at once and kept with its table.
    """
    if not hasattr(table, "editions"):
        table.editions = editions_of_all(table.data)
    found = table.editions[page.pk]
    return [
        (each, statuses_of(found[each.code])[0] if each.code in found else ABSENT)
        for each in languages()
    ]


@register.simple_tag
def public_addresses(page: AbstractPage) -> list[tuple[Language, str]]:
    """The languages in which the public can read a page, with its address in each."""
    live = live_languages(Edition.objects.filter(page_id=page.pk)) if page.live else []
    addresses = [(language, _address(page, language)) for language in live]
    return [(language, url) for language, url in addresses if url]


def _address(page: AbstractPage, language: Language) -> str | None:
    with translation.override(language.code):
        return page.get_url()
