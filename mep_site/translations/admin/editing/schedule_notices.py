"""Says in the edit form where the times of a draft are not those that are approved."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from ...content.schedules import Schedule
from ...models import Edition


class ScheduleNotice(Component):
    """The times that are approved beside those of the draft, if the two differ."""

    template_name = "translations/schedule_notice.html"

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @property
    def _approved(self) -> Schedule:
        """What will happen; of a scheduled version also when it expires."""
        edition, newest = self.edition, self.edition.latest_revision
        if newest and newest.approved_go_live_at:
            return edition.draft_schedule
        return edition.schedule

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        now = timezone.now()
        draft = self.edition.draft_schedule
        ahead = draft.ahead(now)
        return {
            "edition": self.edition,
            "draft": ahead,
            "differs": ahead != self._approved.ahead(now),
            "passed": draft.expire_at if draft.is_over(now) else None,
        }
