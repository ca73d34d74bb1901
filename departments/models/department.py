"""Departments of the ministry and their divisions."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from mep_site.core.addresses.places import places_of, readable_here
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.blocks import TextBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import THE_MINISTRY, compact, contact_points
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.models import BasePage, FiledRow, Row
from mep_site.core.models.listing import ListingMixin
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, fact, page_tabs, translated
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in


class DepartmentIndex(ListingMixin, BasePage):
    """Lists the departments in the order that the ministry gives them."""

    page_description = _("Lists the departments.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.FUNCTIONS
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("department index")
        verbose_name_plural = _("department indexes")


class Department(BasePage):
    """A department: its functions and its divisions."""

    functions = body_field(
        TextBlock(), _("main functions"), help_text=_("What the department is responsible for.")
    )

    led_by = models.ForeignKey(
        "departments.Leader",
        verbose_name=_("leader in charge"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who is responsible for the department; the page of the leader says so too."),
    )

    page_description = _("A department with its functions and divisions.")
    parent_page_types = ["departments.DepartmentIndex"]
    edit_handler = page_tabs(
        texts=["functions"],
        facts=[
            fact("led_by"),
            RowsPanel("divisions", heading=_("Divisions"), label=_("Division")),
            RowsPanel("contact_points", heading=_("Contact points"), label=_("Contact point")),
        ],
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the ``leader_in_charge``, if that page can be read."""
        home = SiteTree.for_request(request).home
        leader = places_of((self.led_by_id,), home.pk) if home and self.led_by_id else ()
        context = super().get_context(request, *args, **kwargs)
        return {**context, "leader_in_charge": next(iter(readable_here(leader)), None)}

    def structured_data(self, language: Language) -> dict[str, Any]:
        """A part of the ministry."""
        return compact(
            type="GovernmentOrganization",
            name=text_in(self, "title", language),
            parentOrganization=THE_MINISTRY,
            contactPoint=contact_points(self, language),
        )


class Division(Row):
    """A division of a department, in the department's order."""

    department = ParentalKey(Department, on_delete=models.CASCADE, related_name="divisions")
    name = models.CharField(_("name"), max_length=255, blank=True)
    alternative_name = models.CharField(
        _("second name"),
        max_length=255,
        blank=True,
        help_text=_("The name in brackets, if the division bears two."),
    )

    panels = translated("name", "alternative_name")

    class Meta(Row.Meta):
        verbose_name = _("division")
        verbose_name_plural = _("divisions")


class PageDepartment(FiledRow):
    """A department that a page of another domain is about, or comes from."""

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="departments")
    department = models.ForeignKey(
        Department,
        verbose_name=_("department"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )

    panels = [fact("department")]

    class Meta(FiledRow.Meta):
        verbose_name = _("department of a page")
        verbose_name_plural = _("departments of pages")
        indexes = [
            models.Index(fields=["department", "-date", "-page"], name="page_department_newest")
        ]
