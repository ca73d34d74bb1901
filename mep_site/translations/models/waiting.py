"""Since when the readers of a translation wait for it to follow the Chinese that is public."""

from datetime import datetime
from typing import Any, NamedTuple

from wagtail.models import AbstractPage

from ..content.content import Content
from ..freshness.comparison import Freshness
from ..languages import authoritative
from .authoritative import AuthoritativeChange, ChangesOfPage


class Wait(NamedTuple):
    """Since when, and for which kind of change; empty if that was not recorded."""

    since: datetime | None = None
    kind: str = ""


def wait_of(edition: Any, page: AbstractPage, content: Content, changes: ChangesOfPage) -> Wait:
    """The wait for an edition of this content, whose state and freshness are known already.

    As are those of the Chinese, which comes first among the editions of a page.
    Nobody waits for the Chinese, or for a translation of what is not public.
    """
    is_translation = edition.get_language() != authoritative()
    if not (page.live and is_translation) or edition.freshness == Freshness.CURRENT:
        return Wait()
    if edition.is_live:
        return _for_change(edition, changes)
    is_chinese = content.source_language == authoritative() and content.has(authoritative())
    return _for_text(edition, changes) if is_chinese else Wait()


def _for_change(edition: Any, changes: ChangesOfPage) -> Wait:
    """Of a text that a program brought in no more may be known than since when it is public."""
    is_behind = edition.freshness == Freshness.BEHIND
    find = changes.outdating if is_behind else changes.unfollowed
    found = find(edition.translates_text_of)
    if found is None:
        return Wait(edition.first_published_at)
    return Wait(found.moment or edition.first_published_at, found.kind)


def _for_text(edition: Any, changes: ChangesOfPage) -> Wait:
    """Of a translation that is not public: since it was withdrawn, or could have been made."""
    withdrawn_at = changes.withdrawn_at if edition.is_withdrawn else None
    is_by_change = withdrawn_at and withdrawn_at >= edition.last_published_at
    kind = AuthoritativeChange.Kind.WITHDRAW if is_by_change else ""
    return Wait(edition.withdrawn_at or changes.chinese.first_published_at, kind)
