"""Whether saving a form would hide what somebody else wrote, and what its writer is asked then.

A form is known by a token from the moment it is opened, through every autosave, until its page is
left; a draft names the form that wrote it. A save that lands on the draft which its form loaded, or
on one that the form itself wrote, conflicts with nobody. Time decides nothing.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_user_display_name
from wagtail.models import AbstractPage, Revision

from ...audit import log_edition
from ...content.columns import Columns
from ...content.envelope import written_by
from ...models import Edition

# The parameter of an address that shows a text which was set aside; see :func:`set_aside`.
MINE = "mine"


def mark_of(edition: Edition) -> str:
    """The name of an edition's newest draft. Autosave overwrites a draft: then it changes, too."""
    if not edition.latest_revision_id:
        return ""
    return f"{edition.latest_revision_id}@{edition.draft_saved_at}"


def newest_drafts(page_id: int) -> dict[str, str]:
    """The names of the newest drafts of a page by the code of their language."""
    editions = Edition.objects.filter(page_id=page_id)
    return {edition.language: mark_of(edition) for edition in editions}


@dataclass(frozen=True)
class OpenForm:
    """An open form, by what its hidden fields say.

    ``token`` tells it from every other form, ``base`` is the mark of the draft that it loaded,
    ``user`` the primary key of whoever opened it, and ``answer`` the mark of the newer draft about
    which its writer was asked.
    """

    token: str
    base: str = ""
    user: str = ""
    answer: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The form that was sent, or a new one; a form that grew out of another goes on as that."""
        sent = request.POST or request.GET
        return cls(
            sent.get("form_token") or get_random_string(22),
            sent.get("form_base", ""),
            sent.get("form_user", ""),
            sent.get("form_answer", ""),
        )

    def is_of_another(self, user: AbstractBaseUser) -> bool:
        """Whether somebody else opened the form than who is signed in now."""
        return self.user not in {"", str(user.pk)}

    def wrote(self, content: Columns) -> bool:
        """Whether a revision was saved from this form."""
        return bool(self.token) and written_by(content) == self.token

    def newer_draft(self, edition: Edition) -> Revision | None:
        """The newest draft of the edition, if the form neither loaded it nor wrote it."""
        if mark_of(edition) in {"", self.base, self.answer}:
            return None
        newest = edition.latest_revision
        return None if self.wrote(newest.content) else newest

    def created_page(self, user: AbstractBaseUser) -> AbstractPage | None:
        """The page that this form has created already, though its answer may have been lost."""
        recent = Revision.objects.page_revisions().filter(
            user=user, created_at__gt=timezone.now() - timedelta(days=1)
        )
        revision = recent.filter(content__edition__form=self.token).first()
        return revision.content_object if revision else None

    def overruled(self, page: AbstractPage) -> Revision | None:
        """The version over which the writer decided to save, if that was asked."""
        number = self.answer.partition("@")[0]
        return page.revisions.filter(pk=number).first() if number.isdecimal() else None


def set_aside(page: AbstractPage, newest: Revision, user: AbstractBaseUser) -> Revision:
    """Keep what a form would have saved over a newer draft; the draft stays the newest.

    Wagtail takes the newest by date for the draft, so what is set aside is dated just before it.
    """
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        created_at=newest.created_at - timedelta(microseconds=1),
        content=page.serializable_data(),
        object_str=str(page),
    )
    log_edition(page, "translations.set_aside", user, revision)
    return revision


def another_user_message(form: OpenForm, user: AbstractBaseUser) -> str:
    """Says that somebody else is signed in than who opened the form."""
    opener = get_user_model().objects.filter(pk=form.user).first()
    return _(
        "%(opener)s opened this form, but you are signed in as %(user)s. Nothing was saved. Press "
        "the button once more to save it under your name, or sign in as before."
    ) % {
        "opener": get_user_display_name(opener) if opener else _("Somebody"),
        "user": get_user_display_name(user),
    }


class Conflict(Component):
    """The question whether a form goes over a newer draft.

    ``url`` is where the form is loaded anew, which gives up what was typed.
    """

    template_name = "translations/conflict.html"

    def __init__(
        self, edition: Edition, newer: Revision, user: AbstractBaseUser, url: str, kept: bool
    ) -> None:
        self.edition, self.newer, self.user, self.url, self.kept = edition, newer, user, url, kept

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {
            "is_own": self.newer.user_id == self.user.pk,
            "name": get_user_display_name(self.newer.user) if self.newer.user else "",
            "saved_at": self.edition.draft_saved_at,
            "mark": mark_of(self.edition),
            "view_url": view_url(self.newer),
            "load_url": self.url,
            "is_kept": self.kept,
        }


def view_url(revision: Revision) -> str:
    """Where a version of a page can be looked at."""
    return reverse("wagtailadmin_pages:revisions_view", args=[revision.object_id, revision.pk])
