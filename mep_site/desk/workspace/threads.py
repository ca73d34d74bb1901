"""Comments on the texts of a page: Wagtail's own, which its editors see in the Chinese form.

A comment names its place by the column that it is about, as Wagtail does: ``title_ru``,
``body_ru.<block id>``. It is kept beside the page and its drafts, and is never public.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import AbstractPage, Comment, CommentReply

from mep_site.translations.content.columns import text_fields
from mep_site.translations.languages import Language

MAX_LENGTH = 4000
NO_CHANGES: dict[str, list[Any]] = {
    "new_comments": [],
    "deleted_comments": [],
    "resolved_comments": [],
    "new_replies": [],
}


def content_path(page: AbstractPage, unit: str, language: Language) -> str:
    """Where a comment on a unit in one language stands, in Wagtail's way of naming places.

    Wagtail has no way to name the texts of a row; theirs are named likewise.
    """
    parts = unit.split(".")
    is_of_page = parts[0] in {field.name for field in text_fields(type(page))}
    at = 0 if is_of_page else 2
    return ".".join([*parts[:at], language.column(parts[at]), *parts[at + 1 :]])


@dataclass(frozen=True)
class Thread:
    """A comment with its replies, and the language of the text that it is about."""

    comment: Comment
    language: Language

    @property
    def replies(self) -> list[CommentReply]:
        return list(self.comment.replies.all())


def threads_on(page: AbstractPage, unit: str, languages: list[Language]) -> list[Thread]:
    """The comments on a unit in these languages, the open ones first, the oldest of them first."""
    paths = {content_path(page, unit, language): language for language in languages}
    found = (
        Comment.objects.filter(page_id=page.pk, contentpath__in=paths)
        .select_related("user__wagtail_userprofile", "resolved_by__wagtail_userprofile")
        .prefetch_related("replies__user__wagtail_userprofile")
        .order_by("created_at")
    )
    ordered = sorted(found, key=lambda comment: comment.resolved_at is not None)
    return [Thread(comment, paths[comment.contentpath]) for comment in ordered]


def open_comments(
    page: AbstractPage, units: list[str], languages: list[Language]
) -> dict[str, int]:
    """How many open comments each of these units has in these languages; none where it has none."""
    places = {content_path(page, unit, language): unit for unit in units for language in languages}
    paths = Comment.objects.filter(page_id=page.pk, resolved_at=None).values_list(
        "contentpath", flat=True
    )
    return dict(Counter(places[path] for path in paths if path in places))


class CommentMails:
    """Tells by mail who follows the page or took part in a thread, as Wagtail's own form does."""

    send_commenting_notifications = EditView.send_commenting_notifications

    def __init__(self, page: AbstractPage, request: HttpRequest) -> None:
        self.page, self.request = page, request

    def send(self, **changes: list[Any]) -> None:
        """Tell of these changes."""
        self.send_commenting_notifications(NO_CHANGES | changes)


def add_comment(page: AbstractPage, path: str, text: str, request: HttpRequest) -> Comment:
    """Begin a thread."""
    comment = Comment.objects.create(
        page_id=page.pk, user=request.user, text=text, contentpath=path
    )
    comment.log_create(user=request.user)
    CommentMails(page, request).send(new_comments=[comment])
    return comment


def add_reply(page: AbstractPage, comment: Comment, text: str, request: HttpRequest) -> None:
    """Go on with a thread."""
    reply = CommentReply.objects.create(comment=comment, user=request.user, text=text)
    reply.log_create(user=request.user)
    CommentMails(page, request).send(new_replies=[(comment, [reply])])


def resolve_thread(page: AbstractPage, comment: Comment, request: HttpRequest) -> None:
    """Say that there is nothing left to do about it."""
    comment.resolved_at, comment.resolved_by = timezone.now(), request.user
    comment.save()
    comment.log_resolve(user=request.user)
    CommentMails(page, request).send(resolved_comments=[comment])


def comments_of_unit(page: AbstractPage, paths: list[str]) -> QuerySet[Comment]:
    """The open threads at these places of a page."""
    return Comment.objects.filter(page_id=page.pk, contentpath__in=paths, resolved_at=None)
