"""Registers the list of findings, the settings of the checks, and what is told after saving."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import AbstractPage

from mep_site.menu_items import PermittedMenuItem

from .admin.asking import tell_of_findings
from .admin.findings import SET_ASIDE, TAKEN_UP, FindingsView
from .admin.settings import PERMISSION, ChecksView


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    patterns = [
        path("", ChecksView.as_view(), name="settings"),
        path("<int:page_id>/", FindingsView.as_view(), name="findings"),
    ]
    return [path("checks-of-texts/", include((patterns, "textchecks")))]


@hooks.register("register_settings_menu_item")
def register_settings() -> MenuItem:
    return PermittedMenuItem(
        _("Checks of texts"),
        reverse_lazy("textchecks:settings"),
        permission=PERMISSION,
        name="checks-of-texts",
        icon_name="tasks",
        order=700,
    )


@hooks.register("register_permissions")
def register_permission_to_decide() -> QuerySet[Permission]:
    """The permission to decide what follows from the checks."""
    return Permission.objects.filter(
        content_type__app_label="textchecks", codename="change_checkdecision"
    )


@hooks.register("after_edit_page")
def tell_after_saving(request: HttpRequest, page: AbstractPage) -> None:
    tell_of_findings(request, page)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """What was set aside and taken up, with the reason."""
    for name, what, told in (
        (SET_ASIDE, _("Set a finding aside"), _("Finding set aside")),
        (TAKEN_UP, _("Take a finding up again"), _("Finding taken up again")),
    ):
        actions.register_action(name)(_formatter(what, told))


def _formatter(what: Any, told: Any) -> type[LogFormatter]:
    class FindingFormatter(LogFormatter):
        label, message = what, told

        def format_comment(self, log_entry: Any) -> str:
            return log_entry.data.get("comment", "")

    return FindingFormatter
