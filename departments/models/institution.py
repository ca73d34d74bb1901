"""Institutions that are subordinate to the ministry or to one of its bureaus."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from mep_site.core.blocks import TextBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import THE_MINISTRY, compact, contact_points, named
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.models import BasePage, Row
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import language_columns
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, page_tabs, translated
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import languages_with, text_in


class InstitutionIndex(ListingMixin, BasePage):
    page_description = _("Lists the subordinate institutions.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.FUNCTIONS
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("institution index")
        verbose_name_plural = _("institution indexes")


class Institution(BasePage):
    """A subordinate institution: duties, tasks, units and contact points."""

    duties = body_field(TextBlock(), _("duties"), help_text=_("What the institution is for."))
    abbreviation = models.CharField(
        _("abbreviation"), max_length=50, blank=True, help_text=_("Such as FECO.")
    )
    supervisor = models.CharField(
        _("supervising authority"),
        max_length=255,
        blank=True,
        help_text=_("The body that the institution answers to."),
    )

    columns_for_lists = (*BasePage.columns_for_lists, *language_columns("abbreviation"))
    page_description = _("A subordinate institution with its duties, tasks and units.")
    parent_page_types = ["departments.InstitutionIndex"]
    edit_handler = page_tabs(
        texts=["abbreviation", "supervisor", "duties"],
        facts=[
            RowsPanel("tasks", heading=_("Main tasks"), label=_("Task")),
            RowsPanel("units", heading=_("Units"), label=_("Unit")),
            RowsPanel("contact_points", heading=_("Contact points"), label=_("Contact point")),
        ],
    )

    class Meta:
        verbose_name = _("subordinate institution")
        verbose_name_plural = _("subordinate institutions")

    def structured_data(self, language: Language) -> dict[str, Any]:
        """A body of its own, below the authority that supervises it."""
        supervisor = named("GovernmentOrganization", text_in(self, "supervisor", language))
        return compact(
            type="GovernmentOrganization",
            name=text_in(self, "title", language),
            alternateName=text_in(self, "abbreviation", language),
            parentOrganization=supervisor or self._parent_if_unnamed(),
            contactPoint=contact_points(self, language),
        )

    def _parent_if_unnamed(self) -> dict[str, str]:
        """The ministry, unless another authority is named in some language."""
        return {} if languages_with(self, "supervisor") else THE_MINISTRY


class InstitutionTask(Row):
    """One of the main tasks."""

    institution = ParentalKey(Institution, on_delete=models.CASCADE, related_name="tasks")
    text = models.TextField(_("text"), blank=True)

    panels = translated("text")

    class Meta(Row.Meta):
        verbose_name = _("task")
        verbose_name_plural = _("tasks")


class InstitutionUnit(Row):
    """A unit of the institution and what it does."""

    institution = ParentalKey(Institution, on_delete=models.CASCADE, related_name="units")
    name = models.CharField(_("name"), max_length=255, blank=True)
    duties = models.TextField(_("duties"), blank=True)

    panels = translated("name", "duties")

    class Meta(Row.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")
