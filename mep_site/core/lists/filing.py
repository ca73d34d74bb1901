"""The facets that lists of every domain share, and the panels with which pages are filed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from mep_site.translations.admin.forms.edit_handlers import RowsPanel

from .facets import RelatedFacet

TOPIC = RelatedFacet("topic", _("Topic"), rows="core.PageTopic", to="topic")
DEPARTMENT = RelatedFacet(
    "department",
    _("Department"),
    rows="departments.PageDepartment",
    to="department",
    title="title",
    position="path",
)
PROGRAMME = RelatedFacet(
    "programme",
    _("Programme"),
    rows="cooperation.PageProgramme",
    to="programme",
    title="title",
    position="path",
)


def country_facet(rows: str) -> RelatedFacet:
    """The countries that entries name in rows of this model."""
    return RelatedFacet(
        "country",
        _("Country"),
        rows=rows,
        to="country",
        key="iso_code",
        title="short_name",
    )


def topics_panel() -> Panel:
    return RowsPanel(
        "topics",
        heading=_("Topics"),
        label=_("Topic"),
        help_text=_("What the page is about; lists are filtered by it."),
    )


def departments_panel() -> Panel:
    return RowsPanel("departments", heading=_("Departments"), label=_("Department"))


def programmes_panel() -> Panel:
    return RowsPanel(
        "programmes",
        heading=_("Programmes"),
        label=_("Programme"),
        help_text=_("What the page is news of; the page of the programme leads to it."),
    )


def countries_panel() -> Panel:
    return RowsPanel("countries", heading=_("Countries"), label=_("Country"))
