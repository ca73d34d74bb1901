"""What a visitor reported, above the form in which it is handled."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from mep_site.translations.admin.scope import edit_url
from mep_site.translations.permissions import PermissionType, may

from .models import ErrorReport


class ReportPanel(HelpPanel):
    """The report, to read, and the way to the page and to its editor."""

    def __init__(self, **options: Any) -> None:
        options = {"template": "feedback/report_panel.html", "heading": _("Report"), **options}
        super().__init__(**options)

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add ``report``, and ``editor`` if the user may edit the page in its language."""
            report: ErrorReport = self.instance
            language = report.get_language()
            may_edit = report.page and may(self.request.user, PermissionType.EDIT, language)
            return {
                **super().get_context_data(parent_context),
                "report": report,
                "editor": edit_url(report.page, language) if may_edit else "",
            }
