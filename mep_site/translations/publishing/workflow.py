"""What happens when Wagtail's workflow, which is that of the Chinese edition, has ended.

Wagtail imports this module while its own models are loading, so it can import none itself.
"""

from typing import Any

from django.db import transaction


def publish_chinese(workflow_state: Any, user: Any = None) -> None:
    """Publish the newest Chinese draft, whatever other language was saved since."""
    from ..languages import authoritative
    from .going_live import lock_row
    from .publish import PublishEditionAction

    page = workflow_state.content_object
    with transaction.atomic():
        lock_row(page.pk)
        # A translation that was saved later holds the same Chinese text, but other times.
        newest_first = page.revisions.order_by("-created_at", "-pk")
        newest = next(each for each in newest_first.iterator() if _may_hold_news(each.content))
        PublishEditionAction(newest, user=user, language=authoritative()).execute()


def _may_hold_news(content: dict[str, Any]) -> bool:
    """Whether the draft was saved in Chinese, or by a program, which names no language."""
    from ..content.envelope import saved_in
    from ..languages import authoritative

    return saved_in(content) in {None, authoritative()}
