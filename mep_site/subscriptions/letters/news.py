"""The mail that tells what is new of a subject."""

from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mep_site.core.addresses.public_links import is_public
from mep_site.core.models import BasePage
from mep_site.mailing.letters import absolute, host, letter
from mep_site.translations.languages.dates import format_number
from mep_site.translations.languages.text import text_in
from mep_site.translations.models import Edition
from mep_site.translations.reading.freshness_notice import material_changes_of

from ..links import manage_link, stop_link
from ..models import OutgoingMail, Subscription
from ..subjects import address_of, name_of

# Of more there is only told how many they are.
MOST = 30


@dataclass(frozen=True)
class NewsItem:
    """An edition of which a mail tells: a new text, or one that says something else now."""

    title: str
    summary: str
    url: str
    note: str
    is_update: bool


def news_letter(mail: OutgoingMail) -> EmailMultiAlternatives | None:
    """What was promised, as it reads at this moment; ``None`` if nothing of it is public now."""
    subscription = mail.subscription
    with translation.override(subscription.language):
        editions = _public_editions(mail)
        if not editions:
            return None
        items = _items(editions[:MOST])
        name = name_of(subscription)
        context = {
            "name": name,
            "subscription": subscription,
            "items": items,
            "more": len(editions) - len(items),
            "url": absolute(address_of(subscription)),
            "stop": stop_link(subscription),
            "manage": manage_link(subscription.subscriber, subscription.language),
        }
        title = _title(subscription, str(name), items, len(editions))
        recipient = subscription.subscriber.email
        return letter(
            "subscriptions/mail/news", title, recipient, context, _headers(mail, context["stop"])
        )


def _headers(mail: OutgoingMail, stop: str) -> dict[str, str]:
    """The number of the mail, and how it is stopped at one click (RFC 2369, 2919, 8058)."""
    subject = mail.subscription
    number = subject.topic_id or subject.page_id
    return {
        "Message-ID": f"<{mail.name}@{host()}>",
        "List-Id": f"<{subject.kind}-{number}.{subject.language}.{host()}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _public_editions(mail: OutgoingMail) -> list[Edition]:
    """Those that were promised and can still be read by everybody, the newest first."""
    promised = mail.promised.order_by("-published_at", "-pk").select_related("edition")
    editions = [each.edition for each in promised if each.edition.is_live]
    pages = BasePage.objects.in_bulk([each.page_id for each in editions])
    for edition in editions:
        edition.page = pages[edition.page_id]
    return [each for each in editions if is_public(each.page)]


def _items(editions: list[Edition]) -> list[NewsItem]:
    notes = _notes(editions)
    return [_item(edition, notes.get(_moment(edition), "")) for edition in editions]


def _item(edition: Edition, note: str) -> NewsItem:
    page, language = edition.page, edition.get_language()
    return NewsItem(
        title=text_in(page, "title", language),
        summary=text_in(page, "summary", language) or "",
        url=absolute(page.get_url()),
        note=note,
        is_update=bool(edition.updated_at),
    )


def _notes(editions: list[Edition]) -> dict[Any, str]:
    """What was said in public of the changes by which these editions came to say something."""
    changes = material_changes_of([each.page_id for each in editions])
    language = editions[0].get_language()
    return {
        (change.page_id, change.published_at): text_in(change, "note", language) or ""
        for change in changes
    }


def _moment(edition: Edition) -> tuple[int, Any]:
    """By what the change is found that made an edition say something else."""
    return edition.page_id, edition.updated_at


def _title(subscription: Subscription, name: str, items: list[NewsItem], count: int) -> str:
    """The subject of the mail: the title of the one text, else how many there are."""
    if subscription.ends_with_first_mail:
        return _("The translation is ready: %(title)s") % {"title": items[0].title}
    if count == 1:
        first = items[0]
        return _("Updated: %(title)s") % {"title": first.title} if first.is_update else first.title
    values = {"count": format_number(count, subscription.get_language()), "name": name}
    return ngettext("%(name)s: %(count)s new text", "%(name)s: %(count)s new texts", count) % values
