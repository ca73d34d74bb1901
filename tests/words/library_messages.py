"""What the libraries' interface lacks in our languages, and what stands in ours instead.

Wagtail, Django and their like bring catalogues of their own, which are not complete in every
language. What they lack is translated in ``locale_libraries/``, which Django lays over theirs; a
translation of theirs that misleads is replaced there, with the comment ``Instead of: …``.
``make library-messages`` adds what is missing, for a translator to fill in, removes what a library
no longer has, and names what it has translated meanwhile.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.conf import settings

from mep_site.settings.languages import LANGUAGE_OF_MESSAGES, LANGUAGES

OURS = settings.BASE_DIR / "locale_libraries"
# Libraries are written in the same language as our messages.
LOCALES = tuple(each.catalogue for each in LANGUAGES if each.code != LANGUAGE_OF_MESSAGES)
DOMAINS = ("django", "djangojs")
INSTEAD = "Instead of: "
# What libraries say without listing it in a catalogue.
UNLISTED = {"django": ["exact"], "djangojs": []}

Key = tuple[str | None, str]


def key(message: Message) -> Key:
    """What gettext looks a message up by."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def is_translated(message: Message) -> bool:
    """Whether the message says something in the language of its catalogue."""
    texts = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(texts) and not message.fuzzy


def catalogue(folder: Path, locale: str, domain: str) -> Catalog:
    """A library's or our catalogue; an empty one if there is none."""
    path = _path(folder, locale, domain)
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def messages(folder: Path, locale: str, domain: str) -> dict[Key, Message]:
    """The messages of a catalogue by what gettext looks them up by."""
    return {key(message): message for message in catalogue(folder, locale, domain) if message.id}


def offered(domain: str) -> dict[Key, Message]:
    """Every message that the installed libraries can say."""
    found: dict[Key, Message] = {(None, each): Message(each) for each in UNLISTED[domain]}
    for folder in _libraries():
        english = messages(folder, "en", domain)
        known = [english] if english else [messages(folder, name, domain) for name in LOCALES]
        for each in known:
            found = each | found
    return found


def translated(locale: str, domain: str) -> dict[Key, Message]:
    """What the installed libraries say in a language, by the order that Django asks them in."""
    found: dict[Key, Message] = {}
    for folder in _libraries():
        said = messages(folder, locale, domain)
        found = {name: each for name, each in said.items() if is_translated(each)} | found
    return found


def findings(locale: str, domain: str) -> Iterator[str]:
    """What is to be done in our catalogue, a line for each message."""
    wanted, theirs = offered(domain), translated(locale, domain)
    ours = messages(OURS, locale, domain)
    for name in wanted.keys() - theirs.keys() - ours.keys():
        yield f"missing: {name}"
    for name, message in ours.items():
        if not is_translated(message):
            yield f"not translated: {name}"
        elif name not in wanted:
            yield f"no library says this any more: {name}"
        elif name in theirs and replaced(message) != text(theirs[name]):
            yield f"the library now says {text(theirs[name])!r}: {name}"


def text(message: Message) -> str:
    """The translation, or the first of its plural forms, in one line."""
    string = message.string if isinstance(message.string, str) else message.string[0]
    return " ".join(string.split())


def replaced(message: Message) -> str:
    """The library's translation that ours stands for; empty if it had none."""
    comment = " ".join(message.user_comments)
    return comment.partition(INSTEAD)[2].strip()


def bring_up_to_date(locale: str, domain: str) -> None:
    """Add the messages that are missing, untranslated, and remove those that vanished."""
    wanted, theirs = offered(domain), translated(locale, domain)
    ours = catalogue(OURS, locale, domain)
    known = {key(message): message for message in ours if message.id}
    for name in known.keys() - wanted.keys():
        ours.delete(known[name].id, known[name].context)
    for name in wanted.keys() - theirs.keys() - known.keys():
        ours.add(wanted[name].id, context=name[0], flags=wanted[name].flags - {"fuzzy"})
    if len(ours):
        with _path(OURS, locale, domain).open("wb") as file:
            write_po(file, ours, width=100, no_location=True, sort_output=True)


def _libraries() -> list[Path]:
    """The folders of catalogues that Django reads beneath ours, the first of them first."""
    own = {settings.BASE_DIR, settings.BASE_DIR / "mep_site"}
    paths = [Path(config.path) for config in apps.get_app_configs()]
    theirs = [path / "locale" for path in paths if path.parent not in own]
    return [*theirs, Path(django.__file__).parent / "conf" / "locale"]


def _path(folder: Path, locale: str, domain: str) -> Path:
    return folder / locale / "LC_MESSAGES" / f"{domain}.po"


def main() -> int:
    """Bring the catalogues up to date and say what remains to be done."""
    remaining = 0
    for locale in LOCALES:
        for domain in DOMAINS:
            bring_up_to_date(locale, domain)
            for finding in sorted(findings(locale, domain)):
                remaining += 1
                sys.stdout.write(f"{locale}, {domain}: {finding}\n")
    return bool(remaining)


if __name__ == "__main__":
    django.setup()
    sys.exit(main())
