"""The settings of the site in templates."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.http import urlencode

from mep_site.core.addresses.public_links import public_url
from mep_site.translations.languages.text import LocalizedText, localized

from ..models import LinkRow, SiteConfiguration

register = template.Library()


@register.simple_tag(takes_context=True)
def site_configuration(context: Context) -> SiteConfiguration | None:
    """The settings of the site that answers this request, loaded once per request."""
    request = context.get("request")
    if request is None:
        return None
    if not hasattr(request, "site_configuration"):
        request.site_configuration = SiteConfiguration.for_page_frame(request)
    return request.site_configuration


@dataclass(frozen=True)
class Link:
    """A link that an editor has set, with words for it."""

    label: LocalizedText
    url: str


@register.simple_tag(takes_context=True)
def footer_links(context: Context) -> list[Link]:
    """The links of the footer, without those to pages that are not public."""
    configuration = site_configuration(context)
    rows = configuration.footer_links.all() if configuration else []
    links = [_link(row, context["request"]) for row in rows]
    return [link for link in links if link]


@register.simple_tag(takes_context=True)
def hot_keywords(context: Context) -> list[Link]:
    """The hot keywords of these days that have words in the active language."""
    configuration = site_configuration(context)
    rows = configuration.hot_keywords.all() if configuration else []
    current = [row for row in rows if row.is_current]
    links = [_link(row, context["request"]) or _search(row) for row in current]
    return [link for link in links if link and not link.label.is_foreign]


def _link(row: LinkRow, request: HttpRequest) -> Link | None:
    label = _label(row)
    url = row.url or public_url(row.page, request)
    return Link(label, url) if label and url else None


def _label(row: LinkRow) -> LocalizedText | None:
    """The label, else the title of the page; in the active language if one of the two is."""
    texts = [localized(row, "label"), localized(row.page, "title") if row.page else None]
    found = [text for text in texts if text]
    return next((text for text in found if not text.is_foreign), next(iter(found), None))


def _search(row: LinkRow) -> Link | None:
    """A search for the label, where the row leads to nothing else."""
    label = None if row.page or row.url else localized(row, "label")
    return Link(label, f"{reverse('search')}?{urlencode({'q': label})}") if label else None
