"""Links, e-mail addresses, telephone numbers and postal addresses: none lost, none invented."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberFormat, format_number

from mep_site.telephones import telephones_in
from mep_site.translations.languages import languages

from ..findings import Found, TextPair
from ..reading import ReadText
from ..words import CHINESE, traits_of

EMAIL = re.compile(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
URL = re.compile(
    r"(?:https?://|(?<![\w@.])www\.)[a-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE | re.ASCII
)
TRAILING = ".,;:!?)'\"]"
SCHEME = re.compile(r"^(?:https?:)?//(?:www\.)?|^www\.", re.IGNORECASE)
HOST = re.compile(r"^[^/?#]+")


def loses_links(pair: TextPair) -> Iterator[Found]:
    """Links of one text that the other has not; one to the same site in its language will do."""
    chinese, translation = _links(pair.chinese), _links(pair.translation)
    missing, added = chinese - translation, translation - chinese
    for link in list(missing):
        counterpart = next((each for each in added if _site(each) == _site(link)), None)
        if counterpart and added[counterpart]:
            missing -= Counter([link])
            added -= Counter([counterpart])
    for link in missing:
        yield _("This link of the Chinese is missing in the translation."), _shown(link), ""
    for link in added:
        yield _("The translation has a link that the Chinese has not."), "", _shown(link)


def _links(text: ReadText) -> Counter[str]:
    """The links of a text by where they lead; one whose words are its address counts once."""
    hrefs = [_normal(href) for href in text.hrefs if not href.lower().startswith(_OTHER_KINDS)]
    written = {_normal(match[0].rstrip(TRAILING)) for match in URL.finditer(text.text)}
    return Counter([*hrefs, *(written - set(hrefs))])


_OTHER_KINDS = ("mailto:", "tel:", "#")


def _normal(address: str) -> str:
    """An address without what does not matter: scheme, language of the site, last slash."""
    path = SCHEME.sub("", address).rstrip("/")
    parts = path.split("/")
    codes = {language.code for language in languages()}
    return "/".join(part for part in parts if part not in codes)


def _site(link: str) -> str:
    """The domain that belongs to an owner, or the kind of a link within the site."""
    host = HOST.match(link)
    if link.startswith(("/", "page:")) or not host:
        return link
    labels = host[0].lower().split(".")
    has_double_ending = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return ".".join(labels[-3 if has_double_ending else -2 :])


def _shown(link: str) -> str:
    """A link in words; pages and documents of the site have numbers only."""
    kind, _colon, number = link.partition(":")
    words = {"document": _("a document"), "page": _("page %(number)s of the site")}
    return words[kind] % {"number": number} if kind in words else link


def loses_emails(pair: TextPair) -> Iterator[Found]:
    """E-mail addresses of one text that the other has not."""
    chinese, translation = _emails(pair.chinese), _emails(pair.translation)
    for address in chinese - translation:
        yield (
            _("This e-mail address of the Chinese is missing in the translation."),
            address,
            "",
        )
    for address in translation - chinese:
        yield _("The translation has an e-mail address that the Chinese has not."), "", address


def _emails(text: ReadText) -> Counter[str]:
    linked = " ".join(href for href in text.hrefs if href.lower().startswith("mailto:"))
    found = {match[0].lower().strip(".") for match in EMAIL.finditer(f"{text.text} {linked}")}
    return Counter(found)


def loses_telephones(pair: TextPair) -> Iterator[Found]:
    """Telephone numbers of one text that the other has not, however they are written."""
    chinese, translation = _telephones(pair.chinese), _telephones(pair.translation)
    for number in chinese.keys() - translation.keys():
        yield (
            _("This telephone number of the Chinese is missing in the translation."),
            chinese[number],
            "",
        )
    for number in translation.keys() - chinese.keys():
        message = _("The translation has a telephone number that the Chinese has not.")
        yield message, "", translation[number]


def _telephones(text: ReadText) -> dict[str, str]:
    """The numbers as they are dialled, each as it is written."""
    return {
        format_number(each.number, PhoneNumberFormat.E164): each.text
        for each in telephones_in(text.line)
    }


def loses_addresses(pair: TextPair) -> Iterator[Found]:
    """A postal address that only one of the texts has."""
    source, target = pair.chinese.line, pair.translation.line
    traits = traits_of(pair.language)
    chinese, translation = CHINESE.address.search(source), traits.address.search(target)
    if chinese and not translation:
        message = _("The Chinese has a postal address; none was found in the translation.")
        yield message, chinese[0], ""
    if translation and not chinese:
        message = _("The translation has a postal address; none was found in the Chinese.")
        yield message, "", target[translation.start() : translation.start() + 60]
