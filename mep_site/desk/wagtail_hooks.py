"""Registers the desk with Wagtail's admin."""

from .workspace import hooks as workspace_hooks  # noqa: F401
