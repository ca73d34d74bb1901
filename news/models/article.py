"""What every kind of article has in common."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from mep_site.core.blocks import BodyBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import compact, named
from mep_site.core.lists.facets import YearFacet
from mep_site.core.lists.filing import (
    DEPARTMENT,
    PROGRAMME,
    TOPIC,
    countries_panel,
    country_facet,
    departments_panel,
    programmes_panel,
    topics_panel,
)
from mep_site.core.lists.listed import NEWEST_FIRST
from mep_site.core.models import BasePage
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import SiteImage
from mep_site.translations.admin.forms.edit_handlers import fact
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate, PartialDateField
from mep_site.translations.languages.text import languages_with, text_in
from mep_site.translations.models import Edition


class Article(BasePage):
    """A dated text with a picture and a source. Undated texts of the old site stay undated."""

    date = PartialDateField(
        _("date"),
        db_index=True,
        help_text=_(
            "The date of the text, YYYY-MM-DD; YYYY-MM or YYYY if no more is known. "
            "Leave it empty rather than guess."
        ),
    )
    image = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands above the text and in lists."),
    )
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("The body that the text comes from, if it is not the ministry."),
    )
    byline = models.CharField(
        _("byline"), max_length=255, blank=True, help_text=_("Who wrote or reported it.")
    )
    body = body_field(BodyBlock(), _("text"))

    columns_for_lists = (*BasePage.columns_for_lists, "date", "image")
    text_fields = ("source", "byline", "body")
    fact_panels: tuple[Panel, ...] = (
        fact("date"),
        fact("image"),
        topics_panel(),
        departments_panel(),
        programmes_panel(),
        countries_panel(),
    )
    is_in_site_map = False
    is_in_feeds = True
    open_graph_type = "article"
    schema_type = "NewsArticle"

    class Meta:
        abstract = True

    @property
    def sort_date(self) -> str:
        """The date that lists and the search sort by."""
        return str(self.date or "")

    def public_since(self, edition: Edition) -> datetime | PartialDate | None:
        """The date of the text; with the hour if it appeared here on that very day."""
        first = edition.first_published_at
        appeared_here = first and PartialDate.of_day(timezone.localdate(first)) == self.date
        return first if appeared_here else self.date

    def source_name(self, language: Language, publisher: str) -> str:
        """The source, if the text has one; nothing if that is named in other languages only."""
        if languages_with(self, "source"):
            return text_in(self, "source", language) or ""
        return publisher

    def author_name(self, language: Language) -> str:
        """The byline."""
        return text_in(self, "byline", language) or ""

    def structured_data(self, language: Language) -> dict[str, Any]:
        """An article. Whether the byline names a person or an office is not known."""
        return compact(
            type=self.schema_type,
            headline=text_in(self, "title", language),
            creditText=self.author_name(language),
            sourceOrganization=named("Organization", text_in(self, "source", language)),
        )

    def list_images(self) -> Iterator[SiteImage]:
        """The picture that lists show."""
        if self.image:
            yield self.image


class ArticleIndex(ListingMixin, BasePage):
    """Lists articles, the newest first; undated ones come last."""

    facets = (
        YearFacet("year", _("Year")),
        TOPIC,
        DEPARTMENT,
        PROGRAMME,
        country_facet("core.PageCountry"),
    )

    list_order = NEWEST_FIRST

    class Meta:
        abstract = True

    def get_entries(self) -> QuerySet[Article]:
        """The published articles below this page."""
        return super().get_entries().select_related("image").order_by("-date", "-path")
