"""Entries in the menus of the admin for whoever has a permission; Wagtail has them for all only."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem


class PermittedMenuItem(MenuItem):
    """An entry for those with a permission, which is named as Django does: ``app.view_model``."""

    def __init__(self, *args: Any, permission: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user has the permission."""
        return request.user.has_perm(self.permission)
