"""App configuration of mep_site.memory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MemoryConfig(AppConfig):
    """What was translated before, and how."""

    name = "mep_site.memory"
    verbose_name = _("Translation memory")

    def ready(self) -> None:
        """Follow every change of what is public; say who may do what with the memory."""
        from wagtail.permissions import register_permission_policy

        from .models import MemoryImport, MemoryPair
        from .permissions import MemoryPermissionPolicy
        from .remembering.keeping import connect_memory

        connect_memory()
        for model in (MemoryPair, MemoryImport):
            register_permission_policy(model, MemoryPermissionPolicy(model))
