"""Tags for public templates: texts with their language, dates, numbers, links, pictures.

Templates never read a translated field by its bare name. ``{% text page "title" %}`` writes the
text and marks it where it is in another language than the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.db.models import Model
from django.http import QueryDict
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from wagtail.blocks import StreamValue
from wagtail.models import AbstractPage

from mep_site.media.models import SiteDocument, SiteImage
from mep_site.translations.languages import Language, active_language, languages
from mep_site.translations.languages.dates import (
    PartialDate,
    format_days,
    format_number,
    format_partial_date,
)
from mep_site.translations.languages.text import LocalizedText, localized, text_in
from mep_site.translations.reading.freshness_notice import FreshnessNotice

from ..addresses.public_links import addresses_of, expand_links, public_url
from ..addresses.sitetree import SiteTree
from ..lists.elsewhere import EntryElsewhere
from ..loading.page_pictures import picture_element
from ..models import BasePage

register = template.Library()


# Texts


@register.simple_tag
def text(instance: Model | None, field: str) -> str | SafeString:
    """The field's text in the active language, else in Chinese and so on, marked with ``lang``."""
    found = localized(instance, field) if instance else None
    if not found:
        return ""
    if not found.is_foreign:
        return found.value
    return format_html('<span lang="{}">{}</span>', found.language.tag, found.value)


@register.simple_tag
def localized_text(instance: Model | None, field: str) -> LocalizedText | None:
    """The text with the language that it is in, for templates that place ``lang`` themselves."""
    return localized(instance, field) if instance else None


@register.simple_tag
def own_text(instance: Model | None, field: str) -> Any:
    """The field in exactly the active language, else nothing; also for bodies."""
    return text_in(instance, field, active_language()) if instance else None


@register.simple_tag
def other_names(instance: Model, field: str) -> str | SafeString:
    """A name in the languages that the reader does not see already, for those who know it there.

    Of a page only where the public can read it in that language.
    """
    shown = localized(instance, field)
    readable = instance.live_languages if isinstance(instance, BasePage) else languages()
    names = format_html_join(
        "",
        '<span lang="{}">{}</span>',
        [
            (language.tag, name)
            for language in readable
            if shown and language != shown.language and (name := text_in(instance, field, language))
        ],
    )
    return format_html('<span class="other-names">{}</span>', names) if names else ""


@register.simple_tag
def headings(body: StreamValue | None) -> list[StreamValue.StreamChild]:
    """The headings in a body, for its table of contents."""
    return [block for block in body or () if block.block_type == "heading"]


@register.simple_block_tag(takes_context=True)
def expandlinks(context: Context, content: str) -> SafeString:
    """Give the links in the page's rich text their addresses.

    Wagtail's own filter does so for each paragraph, which costs queries for each.
    """
    found = getattr(context.get("page"), "references", None)
    if not found:
        return content
    expanded = expand_links(content, context["request"], found[BasePage], found[SiteDocument])
    return mark_safe(expanded)  # noqa: S308 - what the template rendered


@register.simple_block_tag
def facts(content: str, look: str = "") -> str | SafeString:
    """A list of facts, each a ``div`` of ``dt`` and ``dd``; nothing where there is none."""
    if not content.strip():
        return ""
    return format_html('<dl class="{}">{}</dl>', f"facts {look}".strip(), content)


# Dates and numbers


@register.filter
def partial_date(value: PartialDate | None) -> str | SafeString:
    """A partial date as the active language writes it, in a ``time`` element.

    Of an ordinary date, Django's ``date`` does the same in the same format, without the element.
    """
    if not value:
        return ""
    return format_html(
        '<time datetime="{}">{}</time>', value, format_partial_date(value, active_language())
    )


@register.simple_tag
def days(first: date, last: date) -> SafeString:
    """The days from one to another as the active language writes them, in ``time`` elements."""
    shown = format_days(first, last, active_language())
    return format_html('<time datetime="{}">{}</time>', first.isoformat(), shown)


@register.filter
def iso_date(value: str) -> str | SafeString:
    """A date in ISO 8601, perhaps without day or month, as the active language writes it."""
    return partial_date(PartialDate.parse(value))


@register.filter
def day(value: datetime | None) -> PartialDate | None:
    """The day of a moment as the site's own clock has it, for ``partial_date``."""
    return PartialDate.of_day(timezone.localdate(value)) if value else None


@register.filter
def number(value: int | float | None) -> str:
    """A number with the separators of the active language."""
    return "" if value is None else format_number(value, active_language())


# Translations and the Chinese text


@register.simple_tag(takes_context=True)
def mark_at(context: Context, place: Any) -> dict[str, Any] | None:
    """What is said at a place that does not follow the Chinese text in force, for ``mark.html``.

    A place is the id of a block, the key of a row, or the name of a field of the page.
    """
    freshness_notice: FreshnessNotice | None = context.get("freshness_notice")
    unit = (
        freshness_notice.marks.get(str(place))
        if freshness_notice and freshness_notice.is_behind
        else None
    )
    return (
        {"unit": unit, "is_removed": unit in freshness_notice.comparison.removed} if unit else None
    )


@register.simple_tag(takes_context=True)
def change_mark(context: Context, place: Any) -> str | SafeString:
    """The mark at a place, if it does not follow the Chinese text in force."""
    mark = mark_at(context, place)
    if not mark:
        return ""
    return render_to_string("core/mark.html", {"mark": mark, "page": context.get("page")})


@register.simple_tag(takes_context=True)
def part_link(context: Context, place: Any) -> SafeString:
    """The sign beside a passage that leads to it, and once there, the way to report an error in it.

    ``place`` is the id of a block or the key of a row; nothing in a draft that has none.
    """
    page = context.get("page")
    if not place:
        return SafeString()
    return format_html(_part_link(page and page.pk, get_language()), place=place)


@lru_cache(maxsize=1024)
def _part_link(page_id: int | None, language_code: str) -> SafeString:
    """The link and, on a page that is stored, the way to report; ``{place}`` is left to fill in.

    ``language_code`` is the active one.
    """
    link = format_html(
        '<a class="part-link" href="#part-{{place}}" aria-label="{}"></a>',
        gettext("Link to this passage"),
    )
    if not page_id:
        return link
    return link + format_html(
        '<a class="part-report" href="{}?paragraph={{place}}" rel="nofollow">{}</a>',
        reverse("report", args=[page_id]),
        gettext("Report an error in this passage"),
    )


# Links


@register.simple_tag(takes_context=True)
def url_of(context: Context, page: AbstractPage | None) -> str:
    """The address of a page in the active language."""
    return (page.get_url(context.get("request")) or "") if page else ""


@dataclass(frozen=True)
class PageLink:
    """A page and its address in the active language."""

    page: AbstractPage
    url: str


@register.simple_tag(takes_context=True)
def public_links(context: Context, pages: Iterable[AbstractPage | None]) -> list[PageLink]:
    """Those of the pages that every visitor may see."""
    links = [PageLink(page, public_url(page, context["request"])) for page in pages]
    return [link for link in links if link.url]


@register.simple_tag
def current_language() -> Language:
    return active_language()


@dataclass(frozen=True)
class LanguageLink:
    """An entry of the language switch.

    ``url`` shows what the visitor sees now, filters included; ``address`` is the page's own.
    """

    language: Language
    url: str
    address: str
    title: str
    is_current: bool
    is_available: bool


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """The page shown in every language, and where there is no such page, the same view."""
    request = context.get("request")
    page = context.get("page")
    if not request:
        return []
    available = page.live_languages if page else languages()
    return [
        LanguageLink(
            language=language,
            url=(address := _address(context, page, language)) + query_in(request.GET, language),
            address=address,
            title=(text_in(page, "title", language) if page else None) or "",
            is_current=language == active_language(),
            is_available=language in available,
        )
        for language in languages()
    ]


@register.simple_tag
def original_of(links: Iterable[LanguageLink]) -> LanguageLink | None:
    """Of the languages of a page the first that the public can read: the Chinese, if there is."""
    return next((link for link in links if link.is_available), None)


@register.simple_tag(takes_context=True)
def absolute_url(context: Context, address: str) -> str:
    """The address with scheme and host."""
    return context["request"].build_absolute_uri(address)


@dataclass(frozen=True)
class EditionLink:
    """A page in one language, and its address there."""

    language: Language
    title: str
    url: str


@register.simple_tag(takes_context=True)
def public_editions(context: Context, entry: EntryElsewhere) -> list[EditionLink]:
    """Where a page can be read that a list lacks in the active language."""
    page = entry.page
    return [
        EditionLink(
            language, text_in(page, "title", language) or "", _address(context, page, language)
        )
        for language in entry.languages
    ]


def _address(context: Context, page: AbstractPage | None, language: Language) -> str:
    request = context["request"]
    if page and page.pk:
        return addresses_of(page, request)[language]
    prefix = f"{get_script_prefix()}{active_language().code}/"
    is_view = getattr(request, "resolver_match", None) and request.path.startswith(prefix)
    # Addresses differ in the name of the language only; Django would resolve and reverse them.
    rest = escape_uri_path(request.path.removeprefix(prefix)) if is_view else ""
    return f"{get_script_prefix()}{language.code}/{rest}"


def query_in(query: QueryDict, language: Language) -> str:
    """The part of the active page's query that means the same in another language, from ``?`` on.

    A page of a list does not: the languages have different numbers of entries. Two languages side
    by side stay the same two.
    """
    if not query:
        return ""
    kept = query.copy()
    kept.pop("page", None)
    if kept.get("with") == language.code:
        kept["with"] = active_language().code
    return f"?{kept.urlencode()}" if kept else ""


@register.simple_tag(takes_context=True)
def site_tree(context: Context) -> SiteTree:
    """The main menu and the pages above this one."""
    return SiteTree.for_request(context["request"])


# Pictures


@register.simple_tag
def picture(
    image: SiteImage, sizes: str = "100vw", alt: str | None = None, eager: bool = False
) -> SafeString:
    """A responsive picture, in its version for the active language if it has one.

    ``alt`` replaces the alternative text of the library.

    ``sizes`` is the ``sizes`` attribute; ``eager`` is for the one picture at the top of a page.
    """
    if alt is None:
        alt = text_in(image, "description", active_language()) or ""
    shown = image.in_language(active_language())
    loading = "eager" if eager else "lazy"
    return picture_element(shown, {"alt": alt, "sizes": sizes, "loading": loading})
