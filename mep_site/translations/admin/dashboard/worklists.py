"""Which editions wait for a user: returned, submitted, drafts of theirs, behind the Chinese."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import swapper
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry, TaskState, WorkflowState, get_default_page_content_type
from wagtail.permissions import policy_registry

from ...freshness.comparison import Freshness
from ...languages import authoritative, languages
from ...models import Edition
from ...models.edition import MOST_URGENT_FIRST
from ...permissions import PermissionType, languages_for
from ..statuses import RETURNED, in_workflow, is_found_by


@dataclass(frozen=True)
class Worklist:
    """What waits for users with a permission in some language.

    ``of`` finds the editions of a user, the most urgent first. ``report`` narrows the full report
    down to them, ``anchor`` is where in the form the work begins.
    """

    name: str
    heading: Any
    nothing: Any
    permission_type: PermissionType
    of: Callable[[AbstractBaseUser], QuerySet[Edition]]
    report: str
    icon: str
    anchor: str = ""
    is_for_translations: bool = False

    def concerns(self, user: AbstractBaseUser) -> bool:
        """Whether the user can have such work at all."""
        own = languages_for(user, self.permission_type)
        if self.is_for_translations:
            return any(not language.is_authoritative for language in own)
        return bool(own)


def workable_pages(user: AbstractBaseUser, permission_type: PermissionType) -> QuerySet:
    """The pages that the user may work on, whatever the language."""
    pages = policy_registry.get_by_type(swapper.load_model("wagtailcore", "Page"))
    action = "publish" if permission_type == PermissionType.PUBLISH else "change"
    return pages.instances_user_has_any_permission_for(user, {action})


def editions_for(user: AbstractBaseUser, permission_type: PermissionType) -> QuerySet[Edition]:
    """Editions for which the user holds the permission, of pages that the user may work on."""
    workable = workable_pages(user, permission_type)
    own = languages_for(user, permission_type)
    others = [language for language in languages() if language not in own]
    return Edition.objects.of_pages(workable).not_in_languages(others)


def _returned(user: AbstractBaseUser) -> QuerySet[Edition]:
    """What the user submitted and got back: a translation, or a Chinese text in the workflow."""
    own = PageLogEntry.objects.filter(
        page_id=OuterRef("page_id"), user=user, action="translations.submit"
    )
    returned = in_workflow(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
    return (
        editions_for(user, PermissionType.SUBMIT)
        .filter(is_found_by(Q(Exists(own), step=Edition.Step.RETURNED), returned))
        .annotate(since=F("step_at"))
        .order_by("step_at", "pk")
    )


def _submitted(user: AbstractBaseUser) -> QuerySet[Edition]:
    """What others have submitted, in languages that the user may publish."""
    tasks = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type=get_default_page_content_type()
    )
    keys = [int(key) for key in tasks.values_list("workflow_state__object_id", flat=True)]
    return (
        editions_for(user, PermissionType.PUBLISH)
        .filter(
            is_found_by(
                Q(step=Edition.Step.SUBMITTED),
                Q(language=authoritative().code, page_id__in=keys),
            )
        )
        .annotate(since=Coalesce("step_at", _workflow_started()))
        .order_by("since", "pk")
    )


def _drafts(user: AbstractBaseUser) -> QuerySet[Edition]:
    """The newest drafts that are the user's own, those touched last first."""
    return (
        editions_for(user, PermissionType.EDIT)
        .filter(has_draft=True, latest_revision__user=user)
        .exclude(RETURNED.condition())
        .annotate(since=F("draft_saved_at"))
        .order_by("-draft_saved_at", "pk")
    )


def _behind(user: AbstractBaseUser) -> QuerySet[Edition]:
    """Public translations that do not follow the Chinese, the oldest first, then the worst."""
    return (
        editions_for(user, PermissionType.EDIT)
        .that_are(Freshness.BEHIND)
        .annotate(since=F("waits_since"))
        .order_by(*MOST_URGENT_FIRST)
    )


def _workflow_started() -> Subquery:
    running = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("page_id"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return Subquery(running.values("current_task_state__started_at")[:1])


WORKLISTS = (
    Worklist(
        "returned",
        _("Returned to you"),
        _("Nothing was returned to you."),
        PermissionType.SUBMIT,
        _returned,
        "step=returned",
        "rotate",
        anchor="#first-open",
    ),
    Worklist(
        "submitted",
        _("Waiting for your approval"),
        _("Nothing waits for your approval. Everything that was submitted is dealt with."),
        PermissionType.PUBLISH,
        _submitted,
        "step=submitted",
        "resubmit",
    ),
    Worklist(
        "behind",
        _("Behind the Chinese text in your languages"),
        _("No translation in your languages is behind. Well done."),
        PermissionType.EDIT,
        _behind,
        "freshness=behind",
        "history",
        anchor="#first-open",
        is_for_translations=True,
    ),
    Worklist(
        "drafts",
        _("Your drafts"),
        _("You have no unpublished drafts."),
        PermissionType.EDIT,
        _drafts,
        "has_draft=true&mine=true",
        "edit",
    ),
)
