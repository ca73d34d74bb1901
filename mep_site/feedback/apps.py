"""App configuration of mep_site.feedback."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """Errors that visitors report."""

    name = "mep_site.feedback"
    verbose_name = _("Error reports")

    def ready(self) -> None:
        """Say who handles reports before Wagtail falls back to its own rules."""
        from wagtail.permissions import register_permission_policy

        from .models import ErrorReport
        from .permissions import ReportPermissionPolicy

        register_permission_policy(ErrorReport, ReportPermissionPolicy(ErrorReport))
