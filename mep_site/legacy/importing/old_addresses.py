"""Leads readers from the address that a page had on the old site to where it stands now."""

from urllib.parse import urlsplit

from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from mep_site.core.models import BasePage
from mep_site.translations.languages import Language

from ..models import LegacyReading

LONGEST_PATH = 255


def redirect_old_address(reading: LegacyReading, page: BasePage) -> Redirect | None:
    """Make a permanent redirect, where the capture names its address and the path is free.

    It leads to the page in a language that the capture has: in the language that the old address
    would fall back to, the page may have no text.
    """
    parts = urlsplit(reading.capture.address)
    old_path = Redirect.normalise_path(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    if old_path in {"", "/"} or len(old_path) > LONGEST_PATH:
        return None
    if Redirect.objects.filter(old_path=old_path).exists():
        return None
    return Redirect.add_redirect(
        old_path, redirect_to=address_in(page, page.available_languages[0])
    )


def address_in(page: BasePage, language: Language) -> str:
    """The path of a page in one language."""
    with translation.override(language.code):
        return page.get_url()
