"""Registers the views of the exchange, the ways there, and what the history of a page shows."""

from typing import Any

from django.urls import URLPattern, include, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from .admin.bulk import ExportBulkAction
from .admin.buttons import exchange_buttons
from .importing.applying import ACTION

hooks.register("register_page_header_buttons", exchange_buttons)
hooks.register("register_page_listing_more_buttons", exchange_buttons)
hooks.register("register_bulk_action", ExportBulkAction)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    from .admin.exports import ExportView
    from .admin.imports import ImportView
    from .admin.overview import ExchangeView

    patterns = [
        path("", ExchangeView.as_view(), name="index"),
        path("results/", ExchangeView.as_view(results_only=True), name="index_results"),
        path("export/", ExportView.as_view(), name="export"),
        path("import/<int:pk>/", ImportView.as_view(), name="import"),
    ]
    return [path("exchange/", include((patterns, "exchange")))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    from .admin.overview import exchange_menu_item

    return exchange_menu_item()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """An import, with the name of the file that it came from."""

    @actions.register_action(ACTION)
    class ImportFormatter(LogFormatter):
        label = gettext_lazy("Import a translation")

        def format_message(self, log_entry: Any) -> str:
            return _("Translation imported from the file “%(file)s”") % {
                "file": log_entry.data.get("file", "")
            }
