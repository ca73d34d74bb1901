"""Adds the page to the menu of reports, and the permission to see it to groups."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mep_site.menu_items import PermittedMenuItem

from .views import PERMISSION, InventoryView


@hooks.register("register_admin_urls")
def inventory_urls() -> list[URLPattern]:
    return [path("reports/what-runs-here/", InventoryView.as_view(), name="inventory")]


@hooks.register("register_reports_menu_item")
def inventory_in_menu() -> MenuItem:
    return PermittedMenuItem(
        _("What runs here"),
        reverse("inventory"),
        permission=PERMISSION,
        icon_name="info-circle",
        order=1050,
    )


@hooks.register("register_permissions")
def permission_to_see_the_inventory() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="inventory", codename="view_inventory")
