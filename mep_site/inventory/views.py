"""The page of the admin that says what runs here, for those with the permission."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from .gathering import what_runs
from .models import Inventory

PERMISSION = "inventory.view_inventory"


class InventoryView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Found out anew each time that somebody looks."""

    template_name = "inventory/inventory.html"
    page_title = _("What runs here")
    header_icon = "info-circle"
    permission_policy = ModelPermissionPolicy(Inventory)
    permission_required = "view"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The page itself ends them, and so names it."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | what_runs()._asdict()
