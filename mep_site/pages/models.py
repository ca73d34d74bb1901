"""Sections, standard pages, the contact page and the site map."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from mep_site.core.blocks import BodyBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.site_columns import PageKind, SiteColumnType
from mep_site.core.models import BasePage
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, page_tabs
from mep_site.translations.languages import active_language

from .branches import branches


class SectionPage(BasePage):
    """A part of the site that introduces and lists the pages below it."""

    body = body_field(BodyBlock(), _("introduction"))

    page_description = _("A part of the site; lists the pages below it.")
    search_kind = "section"
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    page_kind = PageKind.SITE_COLUMN
    web_page_type = "CollectionPage"
    edit_handler = page_tabs(texts=["body"])

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages below that have a text in the language."""
        children = BasePage.objects.child_of(self).published().in_language(active_language())
        return {**super().get_context(request, *args, **kwargs), "children": children}


class StandardPage(BasePage):
    """A page of text, such as the statement or the accessibility statement."""

    body = body_field(BodyBlock(), _("text"))

    page_description = _("A page of text, such as the terms of use.")
    search_kind = "page"
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    edit_handler = page_tabs(texts=["body"])

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class ContactPage(BasePage):
    """How the ministry can be reached."""

    body = body_field(BodyBlock(), _("introduction"))

    page_description = _("Addresses and telephone numbers of the ministry.")
    parent_page_types = ["home.HomePage"]
    max_count = 1
    page_kind = PageKind.SITE_COLUMN
    site_column_type = SiteColumnType.COMPLAINTS
    web_page_type = "ContactPage"
    edit_handler = page_tabs(
        texts=["body"],
        facts=[RowsPanel("contact_points", heading=_("Contact points"), label=_("Contact point"))],
    )

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")


class SiteMapPage(BasePage):
    """All pages of the site for people, as a nested list."""

    page_description = _("Lists all pages of the site.")
    parent_page_types = ["home.HomePage"]
    max_count = 1
    is_list = True
    page_kind = PageKind.SITE_COLUMN
    site_column_type = SiteColumnType.OVERVIEW
    web_page_type = "CollectionPage"
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("site map page")
        verbose_name_plural = _("site map pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add every page that has a text in the language, nested as in the tree.

        Articles are left out: their index pages list them.
        """
        # Named by what is listed, which an index finds: there are far more articles.
        models = [model for model in get_page_models() if model.is_in_site_map]
        listed = (
            BasePage.objects.descendant_of(self.get_parent())
            .published()
            .in_language(active_language())
            .exact_type(*models)
            .order_by("path")
        )
        return {**super().get_context(request, *args, **kwargs), "branches": branches(listed)}
