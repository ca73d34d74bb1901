"""Who else has a page open, in which language, and whether they saved that language meanwhile.

Wagtail's own notices know pages only: they would warn a translator of every Chinese draft.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.utils import get_user_display_name, set_query_params
from wagtail.models import AbstractPage, Revision, get_default_page_content_type

from ...languages import Language, get_language
from ...models import Edition, EditionSession
from ...permissions import PermissionType, may
from ..scope import edit_url
from .conflicts import Conflict, OpenForm


@dataclass(frozen=True)
class Colleague:
    """Somebody else who has the page open, or who saved the language in question."""

    user: AbstractBaseUser | None
    language: Language
    session_id: int | None
    last_seen_at: datetime
    is_editing: bool
    is_idle: bool
    revision_id: int | None = None

    @property
    def name(self) -> str:
        return get_user_display_name(self.user) if self.user else ""

    def as_json(self) -> dict[str, Any]:
        """What Wagtail's script expects of another session."""
        return {
            "session_id": self.session_id,
            "user": self.name,
            "last_seen_at": self.last_seen_at.isoformat(),
            "is_editing": self.is_editing,
            "is_idle": self.is_idle,
            "revision_id": self.revision_id,
        }


class ColleaguesList(Component):
    """The list that the edit view shows and refreshes."""

    template_name = "translations/editing_sessions.html"

    def __init__(self, colleagues: list[Colleague]) -> None:
        self.colleagues = colleagues

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"colleagues": self.colleagues}


class EditionSessionsModule(EditingSessionsModule):
    """Wagtail's module without its dialogs: our own notices ask and say what theirs do."""

    template_name = "translations/editing_sessions_module.html"


def editing_sessions(
    user: AbstractBaseUser, page: AbstractPage, language: Language, form: OpenForm
) -> EditingSessionsModule:
    """Begin a session of a user with the form of an edition; its pings go to :func:`ping`."""
    EditingSession.cleanup()
    session = EditingSession.objects.create(
        user=user,
        content_type=get_default_page_content_type(),
        object_id=str(page.pk),
        last_seen_at=timezone.now(),
    )
    EditionSession.objects.create(session=session, language=language.code)
    module = EditionSessionsModule(
        session,
        _ping_url(page.pk, language, session.pk, form),
        reverse("wagtailadmin_editing_sessions:release", args=(session.pk,)),
        [],
    )
    module.sessions_list = ColleaguesList([])
    return module


def _ping_url(page_id: int, language: Language, session_id: int, form: OpenForm) -> str:
    url = reverse("editions:ping", args=(page_id, language.code, session_id))
    asked = {"form_token": form.token, "form_base": form.base, "form_answer": form.answer}
    return set_query_params(url, asked)


@require_POST
def ping(request: HttpRequest, page_id: int, code: str, session_id: int) -> JsonResponse:
    """Keep a session alive and say who else is there; ``404`` for who may not edit the page."""
    edition = _edition_for(request, page_id, code)
    session = _session_of(request, page_id, code, session_id)
    session.last_seen_at = timezone.now()
    session.is_editing = bool(request.POST.get("is_editing"))
    session.save()
    form = OpenForm.of(request)
    others = list(_others(session, page_id))
    newer = form.newer_draft(edition)
    colleagues = [_writer_of(newer, edition), *others] if newer else others
    url = edit_url(edition.page, edition.get_language())
    return JsonResponse(
        {
            "session_id": session.pk,
            "ping_url": _ping_url(page_id, edition.get_language(), session.pk, form),
            "release_url": reverse("wagtailadmin_editing_sessions:release", args=(session.pk,)),
            "other_sessions": [colleague.as_json() for colleague in colleagues],
            "conflict": Conflict(edition, newer, request.user, url, kept=False).render_html()
            if newer
            else "",
            "html": ColleaguesList(colleagues).render_html(),
        }
    )


def _edition_for(request: HttpRequest, page_id: int, code: str) -> Edition:
    edition = get_object_or_404(
        Edition.objects.select_related("page", "latest_revision__user"),
        page_id=page_id,
        language=code,
    )
    can_edit = edition.page.permissions_for_user(request.user).can_edit()
    if not (can_edit and may(request.user, PermissionType.EDIT, edition.get_language())):
        raise Http404
    return edition


def _session_of(request: HttpRequest, page_id: int, code: str, session_id: int) -> EditingSession:
    """The session, or a new one in place of one that is over."""
    content_type = get_default_page_content_type()
    found = EditingSession.objects.filter(
        pk=session_id, user=request.user, content_type=content_type, object_id=str(page_id)
    ).first()
    if found:
        return found
    session = EditingSession.objects.create(
        user=request.user,
        content_type=content_type,
        object_id=str(page_id),
        last_seen_at=timezone.now(),
    )
    EditionSession.objects.create(session=session, language=code)
    return session


def _others(session: EditingSession, page_id: int) -> Iterator[Colleague]:
    """The sessions of others, and those of the same user in which something is typed."""
    sessions = (
        EditionSession.objects.filter(
            session__in=EditingSession.objects.available(),
            session__content_type=get_default_page_content_type(),
            session__object_id=str(page_id),
        )
        .exclude(session=session)
        .select_related("session__user__wagtail_userprofile")
        .order_by("session_id")
    )
    for other in sessions:
        is_own = other.session.user_id == session.user_id
        if not is_own or other.session.is_editing:
            yield Colleague(
                other.session.user,
                get_language(other.language),
                other.session_id,
                other.session.last_seen_at,
                other.session.is_editing,
                other.session.is_idle,
            )


def _writer_of(newer: Revision, edition: Edition) -> Colleague:
    """Whoever saved this language since the form was loaded."""
    language, saved = edition.get_language(), edition.draft_saved_at
    return Colleague(newer.user, language, None, saved, False, False, newer.pk)
