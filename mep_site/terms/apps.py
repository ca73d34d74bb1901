"""App configuration of mep_site.terms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TermsConfig(AppConfig):
    """Names and terms that have one right rendering, and those that must not be used."""

    name = "mep_site.terms"
    verbose_name = _("Terms")

    def ready(self) -> None:
        """Let whoever writes texts see the terms, and whoever publishes texts keep them."""
        from mep_site.translations.permissions import PermissionType
        from mep_site.translations.permissions.groups import give_permissions

        give_permissions(PermissionType.EDIT, "terms.view_approvedterm")
        give_permissions(
            PermissionType.PUBLISH,
            *(f"terms.{action}_approvedterm" for action in ("add", "change", "delete")),
        )
