"""The names of editions for ever, as feeds and calendars tell them apart."""

from uuid import uuid5

from mep_site.core.models import BasePage
from mep_site.translations.languages import Language


def edition_urn(page: BasePage, language: Language, query: str = "") -> str:
    """The edition's name: the same when its address or the site's domain changes."""
    return uuid5(page.translation_key, f"{language.code}{query}").urn
