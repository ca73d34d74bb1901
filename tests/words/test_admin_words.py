"""Whatever the admin says, it says in the language of who works in it.

One walk judges all languages: each message that is asked for on it is looked up in every one of
them, and what was no message at all must be what somebody has written. The administrator's walk
is that of ``test_walked_admin.py``.
"""

import pytest

from mep_site.demo.people import ADMINISTRATOR, PEOPLE

from ..turns import whose_turn_it_is
from .crawl import Walk
from .judging import foreign, wrong_words
from .marks import Message, mark, unmarked

NOBODY = ""
# Who translates into another language meets the same pages.
(TWIN,) = [person for person in PEOPLE if person.username == "russian"]
OTHERS = [person.username for person in PEOPLE if person not in {ADMINISTRATOR, TWIN}]


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_is_remembered")
@pytest.mark.parametrize("person", [*whose_turn_it_is(OTHERS, of=len(OTHERS)), NOBODY])
def test_every_word_is_in_the_language_of_the_reader(person, content):
    assert wrong_words(Walk(person, is_thorough=False), content) == []


def test_a_word_that_gettext_was_not_asked_for_is_found():
    said = f"{mark('Welcome, %(name)s') % {'name': 'Anna'}} Search {mark('<b>here</b>')}"
    assert unmarked(said) == ["Anna Search <b>", "</b>"]


def test_a_message_that_a_language_lacks_is_found():
    assert list(foreign(Message(None, "No catalogue has this"))) == [
        "zh-hans: No catalogue has this",
        "ru: No catalogue has this",
    ]
