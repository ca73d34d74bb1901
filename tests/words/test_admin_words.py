"""Whatever the admin says, it says in the language of who works in it.

One walk judges all languages: each message that is asked for on it is looked up in every one of
them, and what was no message at all must be what somebody has written.
"""

import re
from collections.abc import Iterator

import pytest

from mep_site.demo.people import ADMINISTRATOR, PEOPLE
from mep_site.publicstate import version

from .content import NAMES, Content
from .crawl import CrawledPage, Walk
from .marks import NO_WORDS, Message, mark, marked, unmarked

pytestmark = pytest.mark.slow

NOBODY = ""
# Who translates into another language meets the same pages.
(TWIN,) = [person for person in PEOPLE if person.username == "russian"]
# Stands so in Wagtail's templates, as do names of permissions; static/js/admin/labels.js mends it.
NAMED_BY_SCRIPT = re.compile(r"Search|(\| )?(Can|Publish|Delete|(Lock/)?[Uu]nlock) [^.]*")
# Wagtail gives the fields of its dialogs for links no names but those of its code (8.0).
UNNAMED = {"Link text", "Email address", "Subject", "Body", "Phone number"}
FOREIGN = {
    "zh-hans": re.compile(r"[A-Za-z\u0400-\u04ff]{2,}"),
    "en": re.compile(r"[\u0400-\u04ff\u4e00-\u9fff]+"),
    "ru": re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]+"),
}


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: object) -> Content:
    """What the demo's people have written."""
    with django_db_blocker.unblock():
        return Content()


@pytest.fixture
def content(written: Content, db: None) -> Content:
    """What people have written, beside a database to walk in."""
    return written


@pytest.fixture
def _nothing_is_remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if something was published just now: what was rendered before has no marks."""
    monkeypatch.setattr(version, "current", lambda: request.node.nodeid)


@pytest.mark.usefixtures("_nothing_is_remembered")
@pytest.mark.parametrize(
    "person",
    [
        pytest.param(ADMINISTRATOR.username, marks=pytest.mark.every_database),
        *(person.username for person in PEOPLE if person not in {ADMINISTRATOR, TWIN}),
        NOBODY,
    ],
)
def test_every_word_is_in_the_language_of_the_reader(person, content):
    found, first_asked = {}, {}
    with marked() as asked:
        for visit in Walk(person, is_thorough=person == ADMINISTRATOR.username):
            found.update({word: visit for word in unsaid(visit, content) if word not in found})
            first_asked.update(dict.fromkeys(asked - first_asked.keys(), visit))
    found.update({word: at for message, at in first_asked.items() for word in foreign(message)})
    if found:
        pytest.fail("\n".join(f"{visit}: {word}" for word, visit in found.items()))


def test_a_word_that_gettext_was_not_asked_for_is_found():
    said = f"{mark('Welcome, %(name)s') % {'name': 'Anna'}} Search {mark('<b>here</b>')}"
    assert unmarked(said) == ["Anna Search <b>", "</b>"]


def test_a_message_that_a_language_lacks_is_found():
    assert list(foreign(Message(None, "No catalogue has this"))) == [
        "zh-hans: No catalogue has this",
        "ru: No catalogue has this",
    ]


def unsaid(visit: CrawledPage, content: Content) -> Iterator[str]:
    """What a page says that is neither a message nor content."""
    for text in visit.texts:
        for word in unmarked(text):
            is_known = word in UNNAMED or NAMED_BY_SCRIPT.fullmatch(word)
            if not is_known and not content.is_only_content(word):
                yield word


def foreign(message: Message) -> Iterator[str]:
    """What a message says in a language that is none of it."""
    for code, letters in FOREIGN.items():
        for text in message.said_in(code):
            if letters.search(NAMES.sub(" ", NO_WORDS.sub(" ", text))):
                yield f"{code}: {text}"
