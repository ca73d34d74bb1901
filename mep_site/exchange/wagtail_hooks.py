"""Registers what the history of a page shows of an import."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from .importing.applying import ACTION


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
