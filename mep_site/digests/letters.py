"""The mails to colleagues, as they read at the moment at which they are sent."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mep_site.mailing.letters import absolute, host, letter
from mep_site.translations.admin.scope import edit_url
from mep_site.translations.languages.text import localized

from .colleagues import as_set_by
from .contents import DigestContents, contents_for
from .models import DigestMail
from .occasions import RETURNED, Occasion, occasions_for
from .promising import DAILY, told_until


def letter_to_colleague(mail: DigestMail) -> EmailMultiAlternatives | None:
    """The digest, or what is told at once; ``None`` if that is not so any more."""
    with as_set_by(mail.user):
        if mail.told_of.startswith(DAILY):
            return _digest(mail)
        named = (each for each in occasions_for(mail.user, mail.promised_at))
        occasion = next((each for each in named if each.name == mail.told_of), None)
        return occasion and _notice(mail, occasion)


def _digest(mail: DigestMail) -> EmailMultiAlternatives | None:
    contents = contents_for(mail.user, told_until(mail))
    if not contents:
        return None
    return _letter("daily", _title(contents), mail, {"contents": contents})


def _title(contents: DigestContents) -> str:
    """How much waits, and for how long; else that something went live."""
    count, days = contents.count, contents.days
    if not count:
        return ngettext(
            "%(count)d translation of your pages went live",
            "%(count)d translations of your pages went live",
            len(contents.went_live),
        ) % {"count": len(contents.went_live)}
    waits = ngettext("%(count)d text waits for you", "%(count)d texts wait for you", count)
    if not days:
        return waits % {"count": count}
    age = ngettext("the oldest for %(days)d day", "the oldest for %(days)d days", days)
    return f"{waits % {'count': count}} · {age % {'days': days}}"


def _notice(mail: DigestMail, occasion: Occasion) -> EmailMultiAlternatives:
    edition = occasion.edition
    title = edition.page.get_admin_display_title()
    sentence = (
        _("Returned to you: “%(title)s” (%(language)s)")
        if occasion.kind == RETURNED
        else _("The Chinese text has changed: “%(title)s” (%(language)s)")
    )
    context = {
        "occasion": occasion,
        "title": title,
        "person": edition.step_by,
        "note": localized(occasion.change, "note") if occasion.change else "",
        "url": absolute(f"{edit_url(edition.page, edition.get_language())}#first-open"),
    }
    words = {"title": title, "language": edition.get_language()}
    return _letter(occasion.kind, sentence % words, mail, context)


def _letter(
    name: str, title: str, mail: DigestMail, context: dict[str, Any]
) -> EmailMultiAlternatives:
    context |= {
        "reader": _name(mail.user),
        "admin_url": absolute(reverse("wagtailadmin_home")),
        "account_url": absolute(reverse("wagtailadmin_account")),
        "today": timezone.localdate(),
    }
    headers = {"Message-ID": f"<{mail.name}@{host()}>"}
    return letter(f"digests/mail/{name}", title, mail.user.email, context, headers)


def _name(user: AbstractBaseUser) -> str:
    return user.get_full_name() or user.get_username()
