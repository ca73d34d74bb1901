"""Adds the search to Wagtail's admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from mep_site.menu_items import PermittedMenuItem

from .admin.search_report import PERMISSION, SearchReportView
from .admin.snippets import SearchViewSetGroup

register_snippet(SearchViewSetGroup)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    view = SearchReportView
    return [
        path("reports/searches/", view.as_view(), name="search_report"),
        path(
            "reports/searches/results/",
            view.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def report_in_menu() -> MenuItem:
    return PermittedMenuItem(
        _("Searches of visitors"),
        reverse("search_report"),
        permission=PERMISSION,
        icon_name="search",
        order=1000,
    )
