"""How the admin is told about proposals: addresses and entries of the log."""

from typing import Any

from django.urls import URLPattern, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from .asking import SENT


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Where proposals are asked for."""
    from .views import ProposalView

    patterns = [path("<int:page_id>/", ProposalView.as_view(), name="ask")]
    return [path("proposals/", include((patterns, "proposals")))]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """That texts were sent to an engine."""

    @actions.register_action(SENT)
    class SentFormatter(LogFormatter):
        """Names the engine, and how many texts it got."""

        label = _("Send texts to a machine")

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data
            return _(
                "Sent to the machine “%(engine)s”: %(published)s published texts, %(drafts)s drafts"
            ) % {
                "engine": data["engine"],
                "published": len(data["published"]),
                "drafts": len(data["drafts"]),
            }
