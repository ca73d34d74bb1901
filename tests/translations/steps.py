"""What happens to pages in these tests: drafts in one language, and how the page stands then."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import pin_to
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition

from ..admin_forms import edit_url, errors, offered, stream

CHINESE, ENGLISH, RUSSIAN = map(get_language, ("zh-hans", "en", "ru"))
IDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3)]
PUBLISH = {"action-publish": "1"}
NOTE = {"zh-hans": "数字已更正。", "en": "A number was corrected."}
MAY = datetime(2019, 5, 3, tzinfo=UTC)


def pinned_page(page):
    """Publish the page with translations that translate the Chinese text."""
    chinese = Content.of(page).texts(CHINESE)
    page.pins = {code: pin_to(chinese, chinese, MAY) for code in ("en", "ru")}
    page.save_revision().publish()
    return page


def save(page, language, kind=None, **columns):
    """Save a draft in one language, on top of the newest draft, as the edit form does."""
    draft = newest_draft(page)
    draft.enter(language)
    if kind:
        draft.change = {"kind": kind, "note": NOTE}
    for name, value in columns.items():
        setattr(draft, name, value)
    return draft.save_revision(log_action=True)


def paragraphs(words):
    """Three paragraphs with the same ids in every language."""
    return [
        {"type": "paragraph", "value": f"<p>{words.format(number)}</p>", "id": IDS[number - 1]}
        for number in (1, 2, 3)
    ]


def save_chinese(client, page, title="未经批准的标题"):
    """Save a Chinese draft through the admin, with the body as it is."""
    body = list(newest_draft(page).body_zh_hans.raw_data)
    data = offered(client, edit_url(page)) | stream("body_zh_hans", body)
    response = client.post(edit_url(page), data | {"title_zh_hans": title})
    assert response.status_code == 302, errors(response)


def live(page):
    return type(page).objects.get(pk=page.pk)


def newest_draft(page):
    return live(page).get_latest_revision_as_object()


def edition(page, language):
    return Edition.objects.get_or_create_for_page(page)[language.code]


def states(page):
    """The states of the Chinese, the English and the Russian edition."""
    return [each.state for each in Edition.objects.get_or_create_for_page(page).values()]


def titles(page):
    return [getattr(page, language.column("title")) for language in (CHINESE, ENGLISH, RUSSIAN)]


def in_hours(number):
    """A moment without the parts of a second that a revision does not keep."""
    return timezone.now().replace(microsecond=0) + timedelta(hours=number)
