"""What happens to pages in these tests: drafts in one language, and how the page stands then."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from mep_site.translations.contents import content_of
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition
from mep_site.translations.pins import pin_to
from mep_site.translations.units import texts

CHINESE, ENGLISH, RUSSIAN = map(get_language, ("zh-hans", "en", "ru"))
MAY = datetime(2019, 5, 3, tzinfo=UTC)


def pinned_page(page):
    """Publish the page with translations that render the Chinese text."""
    chinese = texts(type(page), content_of(page), CHINESE)
    page.pins = {code: pin_to(chinese, chinese, MAY) for code in ("en", "ru")}
    page.save_revision().publish()
    return page


def save(page, language, kind=None, **columns):
    """Save a draft in one language, on top of the newest draft, as the edit form does."""
    draft = newest_draft(page)
    draft.edition_language = language
    own = edition(page, language)
    draft.go_live_at, draft.expire_at = own.go_live_at, own.expire_at
    if kind:
        draft.change = {"kind": kind, "note": {"en": "A number was corrected."}}
    for name, value in columns.items():
        setattr(draft, name, value)
    return draft.save_revision(log_action=True)


def live(page):
    return type(page).objects.get(pk=page.pk)


def newest_draft(page):
    return live(page).get_latest_revision_as_object()


def edition(page, language):
    return Edition.objects.of_page(page)[language.code]


def states(page):
    """The states of the Chinese, the English and the Russian edition."""
    return [each.state for each in Edition.objects.of_page(page).values()]


def titles(page):
    return [getattr(page, language.column("title")) for language in (CHINESE, ENGLISH, RUSSIAN)]


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def an_hour_ago():
    return timezone.now() - timedelta(hours=1)
