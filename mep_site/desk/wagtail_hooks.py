"""Registers the desk with Wagtail's admin."""

from .queue import hooks as queue_hooks  # noqa: F401
from .workspace import hooks as workspace_hooks  # noqa: F401
