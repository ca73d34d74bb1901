"""Events that are still to come, or were: conferences, open days, deadlines."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel

from mep_site.core.blocks import BodyBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import compact, named
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.lists.facets import YearFacet
from mep_site.core.lists.filing import TOPIC, topics_panel
from mep_site.core.lists.listed import NEWEST_FIRST
from mep_site.core.models import BasePage
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import language_columns
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in


class EventIndex(ListingMixin, BasePage):
    """Lists events, those furthest ahead first."""

    page_description = _("Lists the events, the latest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.NEWS
    edit_handler = page_tabs()
    facets = (YearFacet("year", _("Year")), TOPIC)
    list_order = NEWEST_FIRST

    class Meta:
        verbose_name = _("event index")
        verbose_name_plural = _("event indexes")


class Event(BasePage):
    """Something that takes place on a day or on several, perhaps at a known hour.

    Days and hours are those of the site's time zone.
    """

    starts_on = models.DateField(_("first day"), db_index=True)
    starts_at = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("Empty if it lasts all day.")
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty if it lasts one day.")
    )
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("Such as a hall, with its city.")
    )
    body = body_field(BodyBlock(), _("text"))

    columns_for_lists = (
        *BasePage.columns_for_lists,
        *("starts_on", "starts_at", "ends_on", "ends_at"),
        *language_columns("place"),
    )
    page_description = _("Something that takes place on a day or on several.")
    parent_page_types = ["news.EventIndex"]
    is_in_site_map = False
    is_in_feeds = True
    is_in_calendar = True
    edit_handler = page_tabs(
        texts=("place", "body"),
        facts=(
            FieldRowPanel([fact("starts_on"), fact("starts_at")]),
            FieldRowPanel([fact("ends_on"), fact("ends_at")]),
            topics_panel(),
        ),
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def last_day(self) -> date:
        """The day after which it is over."""
        return self.ends_on or self.starts_on

    @property
    def begins(self) -> date | datetime:
        """When it begins: a moment, or a day if it lasts all day."""
        return _moment(self.starts_on, self.starts_at)

    @property
    def ends(self) -> date | datetime:
        """When it ends: a moment, or its last day if no hour is known."""
        return _moment(self.last_day, self.ends_at)

    @property
    def sort_date(self) -> str:
        """The day that lists and the search sort by."""
        return self.starts_on.isoformat() if self.starts_on else ""

    def clean(self) -> None:
        """Refuse what ends before it begins."""
        super().clean()
        if not self.starts_on:
            return
        if self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The event cannot end before it begins.")})
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("Say also when it begins.")})
        if self.ends_at and self.ends <= self.begins:
            raise ValidationError({"ends_at": _("The event cannot end before it begins.")})

    def structured_data(self, language: Language) -> dict[str, Any]:
        """An event with its days and its place."""
        return compact(
            type="Event",
            name=text_in(self, "title", language),
            startDate=self.begins.isoformat(),
            endDate=self.ends.isoformat(),
            location=named("Place", text_in(self, "place", language)),
        )


def _moment(day: date, hour: time | None) -> date | datetime:
    return timezone.make_aware(datetime.combine(day, hour)) if hour else day
