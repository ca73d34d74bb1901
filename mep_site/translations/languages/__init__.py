"""The languages of the site, and what is written differently in each of them.

Their table stands in the settings, ``mep_site/settings/languages.py``. ``lookup`` finds languages
in it and is all that most of the code needs; ``text`` reads a translated field together with the
language that it is really in; ``dates`` writes dates and numbers; ``naming`` has the sentences that
name a language; ``scripts`` tells in which script letters are; ``extraction`` finds the words of
templates for the message catalogues.
"""

from .lookup import (
    Language,
    active_language,
    authoritative,
    get_language,
    in_order_of_slugs,
    languages,
)

__all__ = [
    "Language",
    "active_language",
    "authoritative",
    "get_language",
    "in_order_of_slugs",
    "languages",
]
