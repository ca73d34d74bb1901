"""What a page type declares about itself for machines; :mod:`mep_site.metadata` writes it out."""

from datetime import datetime
from typing import Any

from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate
from mep_site.translations.models import Edition

from ..facts.site_columns import PageKind, SiteColumnType


class DescribedPage:
    """The defaults, which suit a page of text. A page type overrides what it knows better."""

    page_kind = PageKind.CONTENT
    site_column_type: SiteColumnType | None = None
    # https://ogp.me/#types
    open_graph_type = "website"
    # https://schema.org/WebPage and the types below it
    web_page_type = "WebPage"

    def public_since(self, edition: Edition) -> datetime | PartialDate | None:
        """When the text became public, as exactly as is known; ``None`` if it is not known."""
        return edition.first_published_at

    def source_name(self, language: Language, publisher: str) -> str:
        """Who published the text first: this site, unless the page says otherwise."""
        return publisher

    def author_name(self, language: Language) -> str:
        """Who wrote the text, in this language; empty if that is not known."""
        return ""

    def structured_data(self, language: Language) -> dict[str, Any]:
        """What the page is about, in the words of schema.org; empty if it is just a page.

        Only texts in ``language``, and no empty values. Address, picture, language and description
        need not be named: all of them are added where they belong.
        """
        return {}
