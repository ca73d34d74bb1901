"""Programmes and mechanisms, and the index that lists them."""

from operator import itemgetter
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from mep_site.core.blocks import AchievementsBlock, BodyBlock, TextBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import compact, contact_points
from mep_site.core.lists.filing import (
    DEPARTMENT,
    TOPIC,
    country_facet,
    departments_panel,
    topics_panel,
)
from mep_site.core.models import BasePage, FiledRow
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import language_columns
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, fact, page_tabs
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.dates import PartialDateField
from mep_site.translations.languages.text import text_in

from .rows import Member, Milestone


class CooperationIndex(ListingMixin, BasePage):
    """Introduces international cooperation and lists its programmes and mechanisms."""

    body = body_field(BodyBlock(), _("introduction"))

    page_description = _("Introduces international cooperation and lists its programmes.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    facets = (TOPIC, DEPARTMENT, country_facet("cooperation.Member"))
    edit_handler = page_tabs(texts=["body"])

    class Meta:
        verbose_name = _("cooperation index")
        verbose_name_plural = _("cooperation indexes")


class Programme(BasePage):
    """A programme or a mechanism of cooperation, with one state or with many."""

    abbreviation = models.CharField(
        _("abbreviation"), max_length=50, blank=True, help_text=_("Such as SCO.")
    )
    background = body_field(TextBlock(), _("background"))
    responsibilities = body_field(
        TextBlock(), _("responsibilities"), help_text=_("What our side does in this programme.")
    )
    achievements = body_field(AchievementsBlock(), _("achievements"))
    next_steps = body_field(TextBlock(), _("next steps"))
    established = PartialDateField(_("established"))

    columns_for_lists = (*BasePage.columns_for_lists, *language_columns("abbreviation"))
    reading_order = (
        "quotations",
        "background",
        "responsibilities",
        "milestones",
        "working_groups",
    )
    is_in_feeds = True

    page_description = _("A programme or mechanism with members, working groups and achievements.")
    parent_page_types = ["cooperation.CooperationIndex"]
    edit_handler = page_tabs(
        texts=["abbreviation", "background", "responsibilities", "achievements", "next_steps"],
        facts=[
            fact("established"),
            topics_panel(),
            departments_panel(),
            RowsPanel(
                "members", heading=_("Members, observers and dialogue partners"), label=_("Member")
            ),
            RowsPanel("quotations", heading=_("Quotations"), label=_("Quotation")),
            RowsPanel("milestones", heading=_("Milestones"), label=_("Milestone")),
            RowsPanel("working_groups", heading=_("Working groups"), label=_("Working group")),
            RowsPanel(
                "documents",
                heading=pgettext_lazy("of a programme", "Documents"),
                label=_("Document"),
            ),
            RowsPanel("figures", heading=_("Pictures"), label=_("Picture")),
            RowsPanel("contact_points", heading=_("Contact points"), label=_("Contact point")),
        ],
    )

    class Meta:
        verbose_name = _("cooperation programme")
        verbose_name_plural = _("cooperation programmes")

    @property
    def list_overline(self) -> str:
        """What stands above the title on a card, in the active language."""
        return text_in(self, "abbreviation", active_language()) or ""

    def members_by_status(self) -> list[tuple[str, list[Member]]]:
        """The members grouped under the name of their status, each group in protocol order."""
        by_status: dict[str, list[Member]] = {}
        for member in self.members.all():
            by_status.setdefault(member.status, []).append(member)
        return [
            (status.group_label, by_status[status])
            for status in Member.Status
            if status in by_status
        ]

    @property
    def timeline(self) -> list[Milestone]:
        """The milestones from the first to the last; one without a date stays where it stands."""
        latest, dated = "", []
        for milestone in self.milestones.all():
            latest = str(milestone.date or latest)
            dated.append((latest, milestone))
        return [milestone for _date, milestone in sorted(dated, key=itemgetter(0))]

    def structured_data(self, language: Language) -> dict[str, Any]:
        """A project: an undertaking of several parties with an aim, not a service to the public.

        Members are left out: schema.org lets organisations and persons be members, not states.
        """
        return compact(
            type="Project",
            name=text_in(self, "title", language),
            alternateName=text_in(self, "abbreviation", language),
            foundingDate=str(self.established or ""),
            contactPoint=contact_points(self, language),
        )


class PageProgramme(FiledRow):
    """A programme that a page of another domain is news of."""

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="programmes")
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )

    panels = [fact("programme")]

    class Meta(FiledRow.Meta):
        verbose_name = _("programme of a page")
        verbose_name_plural = _("programmes of pages")
        indexes = [
            models.Index(fields=["programme", "-date", "-page"], name="page_programme_newest")
        ]
