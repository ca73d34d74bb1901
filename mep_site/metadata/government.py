"""The meta tags that government sites in China must carry.

《政府网站发展指引》 (General Office of the State Council, 国办发〔2017〕47号, 15 May 2017),
annex on the design of web pages, section on tags. Required are three tags of the site (网站标签) on
every page, four of the column (栏目标签) on columns and texts, and three of the content
(内容页标签), to which five optional ones may be added: 3 on the home page, 7 on a column, 10 on a
text. An empty tag says nothing, so one that nobody has filled in is left out.
"""

from typing import Any

from django.utils import translation
from wagtail.models import AbstractPage

from mep_site.core.addresses.places import Place
from mep_site.core.facts.site_columns import PageKind, SiteColumnType
from mep_site.core.models import BasePage
from mep_site.siteconfig.frame import SiteSettings
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in

from .metadata_page import MetadataPage, description_of
from .times import to_the_minute

Tag = tuple[str, str]


def site_tags(settings: SiteSettings, language: Language) -> list[Tag]:
    """The tags of the site, for every page, also for those that say that there is none."""
    return _filled(
        ("SiteName", text_in(settings.texts, "site_name", language)),
        ("SiteDomain", settings.texts.site_domain),
        ("SiteIDCode", settings.texts.site_id_code),
    )


def page_tags(subject: MetadataPage) -> list[Tag]:
    """The tags that a page carries besides those of the site."""
    kind = subject.page.page_kind
    if kind == PageKind.HOME:
        return []
    content = _content_tags(subject) if kind == PageKind.CONTENT else []
    return [*_column_tags(subject), *content]


def has_own_description(subject: MetadataPage) -> bool:
    """Whether the rule's ``Description`` takes the place of HTML's, whose name is the same."""
    return subject.page.page_kind == PageKind.CONTENT


def _column_tags(subject: MetadataPage) -> list[Tag]:
    column = _column_of(subject)
    row = subject.settings.columns.get(column.pk)
    return _filled(
        ("ColumnName", text_in(column, "title", subject.language)),
        ("ColumnDescription", description_of(column, subject.language)),
        ("ColumnKeywords", text_in(row, "keywords", subject.language) if row else ""),
        ("ColumnType", _type_of(column, row, subject.language)),
    )


def _column_of(subject: MetadataPage) -> AbstractPage | Place:
    """The nearest column at or above the page; a text that is in none is one by itself."""
    above = (
        page for page in reversed(subject.tree.ancestors) if _kind(page) == PageKind.SITE_COLUMN
    )
    return (
        subject.page if _kind(subject.page) == PageKind.SITE_COLUMN else next(above, subject.page)
    )


def _kind(page: AbstractPage | Place) -> PageKind:
    return page.specific_class.page_kind


def _type_of(column: AbstractPage | Place, row: Any, language: Language) -> str:
    chosen = row.type if row else ""
    found = SiteColumnType(chosen) if chosen else column.specific_class.site_column_type
    with translation.override(language.code):
        return str(found.label) if found else ""


def _content_tags(subject: MetadataPage) -> list[Tag]:
    page, language = subject.page, subject.language
    return _filled(
        ("ArticleTitle", subject.title),
        ("PubDate", to_the_minute(subject.public_since)),
        ("ContentSource", page.source_name(language, subject.site_name)),
        ("Keywords", _keywords(page, language)),
        ("Author", page.author_name(language)),
        ("Description", subject.description),
        ("Image", subject.picture.url if subject.picture else ""),
        ("Url", subject.url),
    )


def _keywords(page: BasePage, language: Language) -> str:
    """The topics that the page is filed under."""
    names = (text_in(row.topic, "name", language) for row in page.topics.all())
    return ",".join(name for name in names if name)


def _filled(*tags: tuple[str, str | None]) -> list[Tag]:
    return [(name, content) for name, content in tags if content]
