"""Comments as notes: what goes out to the tools of translators beside the texts."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import AbstractPage, Comment

from .threads import content_path


def open_notes(draft: AbstractPage, units: list[str]) -> dict[str, list[str]]:
    """The open comments on these units of a draft, in the language that it is in the scope of."""
    places = {content_path(draft, unit, draft.edition_language): unit for unit in units}
    comments = Comment.objects.filter(page_id=draft.pk, resolved_at=None).select_related("user")
    found: dict[str, list[str]] = {}
    for comment in comments.order_by("created_at"):
        unit = places.get(comment.contentpath)
        if unit:
            found.setdefault(unit, []).append(_note(comment.user, comment.text))
    return found


def _note(user: AbstractBaseUser | None, text: str) -> str:
    facts = {"name": get_user_display_name(user) if user else "", "text": text}
    return _("Comment by %(name)s: %(text)s") % facts
