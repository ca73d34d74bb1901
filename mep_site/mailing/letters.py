"""A mail of the site: plain text and the same as HTML, without pictures and without tracking."""

from email.utils import formataddr, make_msgid, parseaddr
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Site

from mep_site.siteconfig.frame import settings_of
from mep_site.translations.languages import active_language
from mep_site.translations.languages.text import localized


def letter(
    name: str, subject: str, recipient: str, context: dict[str, Any], headers: dict[str, str]
) -> EmailMultiAlternatives:
    """The mail of the templates ``<name>.txt`` and ``<name>.html``, in the active language.

    Nothing answers it: ``Auto-Submitted`` (RFC 3834) keeps out-of-office notes away.
    """
    context = {
        **context,
        "subject": subject,
        "language": active_language(),
        "site_name": site_name(),
        "site_url": absolute(f"/{active_language().code}/"),
    }
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"{name}.txt", context),
        from_email=formataddr((site_name(), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        to=[recipient],
        headers={
            "Message-ID": make_msgid(domain=host()),
            "Auto-Submitted": "auto-generated",
            "Content-Language": active_language().tag,
            **headers,
        },
    )
    html = render_to_string(f"{name}.html", context)
    message.attach_alternative(html, "text/html")
    return message


def site_name() -> str:
    """What the site that sends mails is called in the active language."""
    site = Site.objects.get(is_default_site=True)
    name = localized(settings_of(site.pk, get_language()).texts, "site_name")
    return str(name or localized(site.root_page, "title") or site.hostname)


def absolute(address: str) -> str:
    """An address of the site with scheme and host, outside of any request."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address)


def host() -> str:
    """The host in whose name mails and lists are numbered."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
