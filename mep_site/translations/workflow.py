"""What happens when Wagtail's workflow, which is that of the Chinese edition, has ended.

Wagtail imports this module while its own models are loading, so it can import none itself.
"""

from typing import Any


def publish_chinese(workflow_state: Any, user: Any = None) -> None:
    """Publish the Chinese text of the newest draft, in whatever language that was saved last."""
    from .languages import authoritative
    from .publishing import PublishEditionAction

    newest = workflow_state.content_object.get_latest_revision()
    PublishEditionAction(newest, user=user, language=authoritative()).execute()
