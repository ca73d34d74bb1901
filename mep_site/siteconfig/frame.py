"""What editors have set for every page of a site: remembered, so nothing can change it."""

from collections import namedtuple
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from django.db.models import Manager, Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from wagtail.models import Site

from mep_site.core.addresses.public_links import is_public
from mep_site.publicstate.version import by_version
from mep_site.translations.content.columns import text_fields
from mep_site.translations.content.rows import get_with_rows
from mep_site.translations.languages.text import LocalizedText, localized

from .identity import ICP_REGISTER, security_register
from .models import DatedLink, LinkRow, SiteConfiguration

# As large as footers show the mark, on screens with twice the usual number of dots.
ORGAN_MARK_FILTER = "max-160x160"


@dataclass(frozen=True)
class Link:
    """A link that an editor has set, with words for it."""

    label: LocalizedText
    url: str


@dataclass(frozen=True)
class Filing:
    """A number under which the site is filed, and the register that has it."""

    number: str
    register: str


@dataclass(frozen=True)
class OrganMark:
    """The mark of Party and government bodies: where it is verified, and its picture if any."""

    address: str
    picture: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class SiteSettings:
    """The settings of a site for its pages in one language.

    ``texts`` has the columns of the settings, in all languages, ``state`` those of the state whose
    site it is, ``columns`` those of what is told of a column of the site, by the key of its page.
    ``map_outlines`` is the address of the picture that maps show instead of the site's own
    coastlines; empty if there is none.
    """

    texts: Any
    state: Any
    filings: tuple[Filing, ...]
    organ_mark: OrganMark | None
    columns: MappingProxyType[int, Any]
    footer_links: tuple[Link, ...]
    hot_keywords: tuple[Link, ...]
    urgent_notices: tuple[Link, ...]
    map_outlines: str


def settings_for(request: HttpRequest) -> SiteSettings:
    """The settings of the site that answers a request, with links in the active language."""
    site = Site.find_for_request(request)
    return settings_of(site and site.pk, translation.get_language())


@by_version(maxsize=64)
def settings_of(site_id: int | None, language_code: str) -> SiteSettings:
    """The settings with their rows, loaded with one query; the language is the active one."""
    site = Site.objects.filter(pk=site_id).first()
    stored = get_with_rows(SiteConfiguration, "site", site_id) or SiteConfiguration()
    return SiteSettings(
        texts=_frozen(stored),
        state=_frozen(stored.state) if stored.state else None,
        filings=_filings(stored),
        organ_mark=_organ_mark(stored),
        columns=MappingProxyType({row.page_id: _frozen(row) for row in stored.site_columns.all()}),
        footer_links=_links(stored.footer_links.all(), site),
        hot_keywords=_said_here(_links(_current(stored.hot_keywords), site)),
        urgent_notices=_said_here(_notice(row, site) for row in _current(stored.urgent_notices)),
        map_outlines=stored.map_outlines.file.url if stored.map_outlines else "",
    )


def _current(rows: Manager) -> list[DatedLink]:
    return [row for row in rows.all() if row.is_current]


def _said_here(links: Iterable[Link]) -> tuple[Link, ...]:
    """Those that have words in the active language."""
    return tuple(link for link in links if not link.label.is_foreign)


def _notice(row: DatedLink, site: Site | None) -> Link:
    """The notice as a link; without an address if it leads nowhere, or to what is not public."""
    return _link(row, site) or Link(_label(row), "")


def _frozen(instance: Model) -> Any:
    """The columns of a row under their names, without the bare ones of translated fields."""
    columns = _columns_of(type(instance))
    return columns(*(getattr(instance, name) for name in columns._fields))


@cache
def _columns_of(model: type[Model]) -> Any:
    bare = {field.name for field in text_fields(model)}
    names = [each.attname for each in model._meta.concrete_fields if each.attname not in bare]
    return namedtuple(model.__name__, names)


def _filings(stored: SiteConfiguration) -> tuple[Filing, ...]:
    filings = (
        Filing(stored.icp_number, ICP_REGISTER),
        Filing(stored.security_number, security_register(stored.security_number)),
    )
    return tuple(filing for filing in filings if filing.number)


def _organ_mark(stored: SiteConfiguration) -> OrganMark | None:
    if not stored.organ_mark_url:
        return None
    if not stored.organ_mark_picture:
        return OrganMark(stored.organ_mark_url)
    picture = stored.organ_mark_picture.get_rendition(ORGAN_MARK_FILTER)
    return OrganMark(stored.organ_mark_url, picture.url, picture.width, picture.height)


def _links(rows: Iterable[LinkRow], site: Site | None) -> tuple[Link, ...]:
    """The links of rows, without those to pages that are not public."""
    links = (_link(row, site) or _search(row) for row in rows)
    return tuple(link for link in links if link)


def _link(row: LinkRow, site: Site | None) -> Link | None:
    label = _label(row)
    page = row.page
    url = row.url or (page.get_url(current_site=site) if page and is_public(page) else "")
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
