"""How the history tells of a publication: of a translation, who made it of which Chinese."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.models import PageLogEntry

from ...publishing.credits import Credits


class PublicationFormatter(LogFormatter):
    """Names the translator beside the one who published."""

    label = gettext_lazy("Publish")

    def format_message(self, log_entry: PageLogEntry) -> Any:
        """A sentence in the language of the admin's user."""
        made = Credits.of(log_entry)
        if made is None or not made.translator:
            return _("Published")
        if made.renders is None:
            return _("Published; translated by %(name)s") % {"name": made.translator}
        return _("Published; translated by %(name)s from the Chinese text of %(date)s") % {
            "name": made.translator,
            "date": f"{made.renders:%Y-%m-%d}",
        }
