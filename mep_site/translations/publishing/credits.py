"""Who translated what is public and who approved it, and which Chinese text it renders.

It is kept with the log entry of the publication, in its transaction, and read from there only.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.utils.dateparse import parse_datetime
from wagtail.admin.utils import get_user_display_name
from wagtail.models import AbstractPage, PageLogEntry

from ..languages import Language
from ..models import Edition

KEY = "translation"
PUBLISHED, SUBMITTED, EDITED = "wagtail.publish", "translations.submit", "wagtail.edit"
PUBLICATIONS = (PUBLISHED, "wagtail.publish.scheduled")


@dataclass(frozen=True)
class Credits:
    """What a translation that went live says of its making.

    Names are empty where nobody is known; ``renders`` is when the Chinese text was published that
    it translates, ``None`` where the site doesn't know.
    """

    translator: str
    reviewer: str
    published_at: datetime
    renders: datetime | None

    @classmethod
    def of(cls, entry: PageLogEntry) -> Self | None:
        """What the log entry of a publication says; ``None`` if that was of no translation."""
        kept = entry.data.get(KEY)
        if kept is None:
            return None
        renders = kept["renders"] and parse_datetime(kept["renders"])
        reviewer = get_user_display_name(entry.user) if entry.user else ""
        return cls(kept["translator"], reviewer, entry.timestamp, renders)


def credits_of(page: AbstractPage, language: Language) -> Credits | None:
    """Of the text that went live last in a language; ``None`` if that is not known."""
    entries = PageLogEntry.objects.filter(
        page=page.pk, action__in=PUBLICATIONS, data__languages__0=language.code
    )
    newest = entries.select_related("user").order_by("-timestamp", "-pk").first()
    return newest and Credits.of(newest)


def credits_to_keep(
    page: AbstractPage, language: Language, since: datetime | None
) -> dict[str, Any]:
    """What the log entry of the publication of a translation holds of its making.

    ``since`` is when it went live before, ``None`` if never: what was done until then made another
    text. Who submitted it is its translator, else who last wrote in it.
    """
    work = PageLogEntry.objects.filter(
        page=page.pk, action__in=(SUBMITTED, EDITED), data__languages__0=language.code
    ).exclude(user=None)
    if since:
        work = work.filter(timestamp__gt=since)
    done = list(work.select_related("user").order_by("-timestamp", "-pk")[:50])
    made_by = next((each.user for each in done if each.action == SUBMITTED), None)
    made_by = made_by or next((each.user for each in done), None)
    edition = Edition.objects.get(page_id=page.pk, language=language.code)
    renders = edition.translates_text_of
    return {
        KEY: {
            "translator": _name(made_by),
            "translator_id": made_by and made_by.pk,
            "renders": renders and renders.isoformat(),
        }
    }


def _name(user: AbstractBaseUser | None) -> str:
    return get_user_display_name(user) if user else ""
