"""Registers the section "Legacy imports"."""

from wagtail import hooks

from .admin.viewsets import LegacyGroup


@hooks.register("register_admin_viewset")
def register_section() -> LegacyGroup:
    return LegacyGroup()
