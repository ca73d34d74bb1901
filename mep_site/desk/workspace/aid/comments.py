"""What people have said to each other about the text in focus."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mep_site.translations.languages import Language

from ..aids import Aid
from ..focus import UnitInFocus
from ..threads import MAX_LENGTH, threads_on


def languages_in_question(unit: UnitInFocus) -> list[Language]:
    """The languages whose texts a comment may be about: the translation's and the source's."""
    return [unit.language, unit.source.language]


def gather_comments(unit: UnitInFocus) -> Mapping[str, Any]:
    """The threads, and what the form for a new one needs."""
    threads = threads_on(unit.page, unit.id, languages_in_question(unit))
    resolved = [thread for thread in threads if thread.comment.resolved_at]
    return {
        "open_threads": [thread for thread in threads if thread not in resolved],
        "resolved_threads": resolved,
        "languages": languages_in_question(unit),
        "max_length": MAX_LENGTH,
    }


def count_comments(found: Mapping[str, Any]) -> str:
    """How many threads are open, in words; empty if none."""
    count = len(found["open_threads"])
    said = ngettext("%(count)s comment", "%(count)s comments", count)
    return said % {"count": count} if count else ""


COMMENTS = Aid(
    "comments", _("Comments"), gather_comments, "desk/workspace/comments.html", count_comments
)
