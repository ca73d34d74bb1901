"""What is wrong with the words of a page of the admin, in any language."""

import re
from collections.abc import Iterable, Iterator

from .content import NAMES, Content
from .crawl import CrawledPage
from .marks import NO_WORDS, Message, marked, unmarked

# Stands so in Wagtail's templates, as do names of permissions; static/js/admin/labels.js mends it.
NAMED_BY_SCRIPT = re.compile(r"Search|(\| )?(Can|Publish|Delete|(Lock/)?[Uu]nlock) [^.]*")
# Wagtail gives the fields of its dialogs for links no names but those of its code (8.0).
UNNAMED = {"Link text", "Email address", "Subject", "Body", "Phone number"}
# Asked for by a check of Django's, which the page of what runs here runs, and shown nowhere.
NEVER_SHOWN = {"index entry"}
FOREIGN = {
    "zh-hans": re.compile(r"[A-Za-z\u0400-\u04ff]{2,}"),
    "en": re.compile(r"[\u0400-\u04ff\u4e00-\u9fff]+"),
    "ru": re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]+"),
}


def wrong_words(walk: Iterable[CrawledPage], content: Content) -> list[str]:
    """Where the pages of a walk say what is no message, or what a language lacks."""
    found, first_asked = {}, {}
    with marked() as asked:
        for visit in walk:
            found.update({word: visit for word in unsaid(visit, content) if word not in found})
            first_asked.update(dict.fromkeys(asked - first_asked.keys(), visit))
    found.update({word: at for message, at in first_asked.items() for word in foreign(message)})
    return [f"{visit}: {word}" for word, visit in found.items()]


def unsaid(visit: CrawledPage, content: Content) -> Iterator[str]:
    """What a page says that is neither a message nor content."""
    for text in visit.texts:
        for word in unmarked(text):
            is_known = word in UNNAMED or NAMED_BY_SCRIPT.fullmatch(word)
            if not is_known and not content.is_only_content(word):
                yield word


def foreign(message: Message) -> Iterator[str]:
    """What a message says in a language that is none of it."""
    if message.one in NEVER_SHOWN:
        return
    for code, letters in FOREIGN.items():
        for text in message.said_in(code):
            if letters.search(NAMES.sub(" ", NO_WORDS.sub(" ", text))):
                yield f"{code}: {text}"
