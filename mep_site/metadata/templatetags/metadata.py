"""What the head of a page tells machines."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import active_language

from .. import colours, government
from ..described_view import DescribedView
from ..graph import graph
from ..machine_made import aigc_tags
from ..metadata_page import MetadataPage
from ..open_graph import open_graph

register = template.Library()

# A script element ends at "</script", however it came there.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def page_subject(context: Context) -> MetadataPage | None:
    """The live page of this request; nothing for a preview, which no machine reads."""
    page, request = context.get("page"), context.get("request")
    if not page or page.is_previewed or active_language() not in page.live_languages:
        return None
    return MetadataPage(request, page, active_language(), settings_for(request))


@register.simple_tag
def open_graph_of(subject: MetadataPage | DescribedView) -> SafeString:
    """The tags of Open Graph."""
    return format_html_join("\n", '<meta property="{}" content="{}">', open_graph(subject))


@register.simple_tag(takes_context=True)
def site_tags(context: Context) -> SafeString:
    """The tags of a Chinese government site that every page carries."""
    settings = settings_for(context["request"])
    return _named(government.site_tags(settings, active_language()))


@register.simple_tag
def government_tags(subject: MetadataPage) -> SafeString:
    """The tags of a Chinese government site that belong to the page."""
    return _named(government.page_tags(subject))


@register.simple_tag
def machine_tags(subject: MetadataPage) -> SafeString:
    """What is said of texts that a machine has proposed."""
    return _named(aigc_tags(subject))


def _named(tags: Iterable[tuple[str, str]]) -> SafeString:
    return format_html_join("\n", '<meta name="{}" content="{}">', tags)


@register.simple_tag
def alternate_links(subject: MetadataPage | DescribedView) -> SafeString:
    """The addresses of what is shown in other languages, for search engines."""
    link = '<link rel="alternate" hreflang="{}" href="{}">'
    return format_html_join("\n", link, subject.alternates.items())


@register.simple_tag
def own_description(subject: MetadataPage) -> str:
    """The description for search engines, where the government's tags do not hold it already."""
    return "" if government.has_own_description(subject) else subject.description


@register.simple_tag
def structured_data(subject: MetadataPage | DescribedView) -> SafeString:
    """The page in the vocabulary of schema.org, as a data block, which no browser executes.

    The only element of its kind: a template must not hold a script.
    """
    return format_html('<script type="application/ld+json">{}</script>', _as_json(graph(subject)))


def _as_json(value: Any) -> SafeString:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - escaped for a script element


@register.simple_tag
def theme_colours() -> dict[str, str]:
    """The colour of the frame around the page, by the visitor's colour scheme."""
    return {"light": colours.LIGHT, "dark": colours.DARK}
