"""What is said about each edition that waits for somebody; a fixed number of queries for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Revision, WorkflowState, get_default_page_content_type

from ...content.content import Content
from ...languages import Language, authoritative
from ...languages.text import LocalizedText, localized
from ...models import Edition
from ...reading.freshness_notice import material_changes_of, with_note
from ..scope import edit_url
from ..statuses import EditionStatus, statuses_of, with_statuses
from .worklists import Worklist

SHOWN = 5


@dataclass(frozen=True)
class WorklistItem:
    """An edition that waits, with all that is said about it.

    ``words`` are those with which it was returned, or the note on what changed in the Chinese.
    """

    title: LocalizedText | str
    language: Language
    url: str
    statuses: list[EditionStatus]
    since: datetime | None
    person: str
    changed: str
    words: LocalizedText | str


def first_items(worklist: Worklist, user: AbstractBaseUser) -> list[WorklistItem]:
    """The most urgent items of a list."""
    editions = list(
        with_statuses(worklist.of(user)).select_related(
            "page__live_revision", "latest_revision__user", "step_by"
        )[:SHOWN]
    )
    facts = _Facts(editions)
    return [_item(edition, worklist, facts) for edition in editions]


class _Facts:
    """What is loaded for all items of a list at once."""

    def __init__(self, editions: list[Edition]) -> None:
        keys = [edition.page_id for edition in editions]
        self.workflows = _workflows(keys)
        self.notes = _newest_notes(keys)


def _workflows(keys: Iterable[int]) -> Mapping[int, WorkflowState]:
    """The workflows in which Chinese texts are, by page."""
    active = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id__in=map(str, keys)
    )
    states: QuerySet = active.select_related("requested_by", "current_task_state__finished_by")
    return {int(state.object_id): state for state in states}


def _newest_notes(keys: Iterable[int]) -> Mapping[int, Any]:
    """The newest public note on a change of the Chinese text, by page."""
    oldest_first = reversed(with_note(material_changes_of(keys)))
    return {change.page_id: localized(change, "note") for change in oldest_first}


def _item(edition: Edition, worklist: Worklist, facts: _Facts) -> WorklistItem:
    language = edition.get_language()
    is_chinese = language == authoritative()
    workflow = facts.workflows.get(edition.page_id) if is_chinese else None
    described = {
        "returned": _of_returned,
        "submitted": _of_submitted,
        "behind": _of_behind,
        "drafts": _of_draft,
    }[worklist.name]
    return WorklistItem(
        title=edition.page.display_title or edition.page.slug,
        language=language,
        url=f"{edit_url(edition.page, language)}{worklist.anchor}",
        statuses=statuses_of(edition),
        **{"person": "", "changed": "", "words": "", "since": edition.since}
        | described(edition, workflow, facts),
    )


def _of_returned(edition: Edition, workflow: WorkflowState | None, facts: _Facts) -> dict[str, Any]:
    if workflow:
        task = workflow.current_task_state
        return {
            "person": _name(task.finished_by),
            "words": task.comment,
            "since": task.finished_at,
        }
    return {"person": _name(edition.step_by), "words": edition.step_comment}


def _of_submitted(
    edition: Edition, workflow: WorkflowState | None, facts: _Facts
) -> dict[str, Any]:
    person = workflow.requested_by if workflow else edition.step_by
    return {"person": _name(person), "changed": _changed(edition)}


def _of_behind(edition: Edition, workflow: WorkflowState | None, facts: _Facts) -> dict[str, Any]:
    differing = ngettext("%(number)d text differs", "%(number)d texts differ", edition.differing)
    return {
        "changed": differing % {"number": edition.differing},
        "words": facts.notes.get(edition.page_id) or "",
    }


def _of_draft(edition: Edition, workflow: WorkflowState | None, facts: _Facts) -> dict[str, Any]:
    return {"changed": _changed(edition)}


def _name(user: AbstractBaseUser | None) -> str:
    return get_user_display_name(user) if user else ""


def _changed(edition: Edition) -> str:
    """How many texts a draft changes, or that all of it is new to the public."""
    if not edition.is_live:
        return _("not public yet") if not edition.is_withdrawn else ""
    draft: Revision | None = edition.latest_revision
    published: Revision | None = edition.page.live_revision
    if not (draft and published):
        return ""
    model, language = edition.page.specific_class, edition.get_language()
    old, new = (Content.stored_in(each, model).texts(language) for each in (published, draft))
    number = sum(old.get(unit) != new.get(unit) for unit in old.keys() | new.keys())
    words = ngettext("%(number)d text changed", "%(number)d texts changed", number)
    return words % {"number": number}
