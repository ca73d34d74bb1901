"""The interface texts are complete in every language.

English is the language of the message ids, so its catalogue needs no text of its own.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import ngettext

from mep_site.settings.languages import LANGUAGE_OF_MESSAGES, LANGUAGES

LOCALE = Path(__file__).parent.parent / "locale"
TRANSLATED = {each.catalogue: each for each in LANGUAGES if each.code != LANGUAGE_OF_MESSAGES}
LETTERS = {"Hans": r"[\u4e00-\u9fff]", "Cyrl": r"[\u0400-\u04ff]"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
# Formats that need no words in any language.
# In Russian a sign stands for the second.
SAME_EVERYWHERE = {"(%(second_name)s)", "No."}


def catalogue(locale: str) -> Catalog:
    with (LOCALE / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=locale)


def texts(message: Message) -> list[str]:
    """The translation, or all its plural forms."""
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def ids(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple) else [message.id]


def offenders(locale: str, breaks_the_rule: Callable[[Message], bool]) -> list[str]:
    """The messages of a catalogue that break a rule, by their English text."""
    return [
        ids(message)[0] for message in catalogue(locale) if message.id and breaks_the_rule(message)
    ]


def is_untranslated(message: Message) -> bool:
    return message.fuzzy or not all(text.strip() for text in texts(message))


def is_left_in_english(message: Message) -> bool:
    same = set(texts(message)) & set(ids(message))
    return bool(same) and ids(message)[0] not in SAME_EVERYWHERE


def loses_a_placeholder(message: Message) -> bool:
    wanted = set(PLACEHOLDER.findall(ids(message)[-1]))
    found = [set(PLACEHOLDER.findall(text)) for text in texts(message)]
    return found[-1] != wanted or not all(each <= wanted for each in found)


@pytest.mark.parametrize("locale", TRANSLATED)
@pytest.mark.parametrize("fault", [is_untranslated, is_left_in_english, loses_a_placeholder])
def test_no_translation_has_a_fault(locale, fault):
    assert offenders(locale, fault) == []


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (is_untranslated, " "),
        (is_left_in_english, "%(count)d pages"),
        (loses_a_placeholder, "страницы"),
        (loses_a_placeholder, "%(count)d страниц, %(other)s"),
    ],
)
def test_the_faults_would_be_noticed(fault, text):
    assert fault(Message("%(count)d pages", text))
    assert not fault(Message("%(count)d pages", "Страниц: %(count)d"))


@pytest.mark.parametrize("locale", TRANSLATED)
def test_counted_messages_have_all_plural_forms(locale):
    counted = [message for message in catalogue(locale) if isinstance(message.id, tuple)]
    assert counted
    assert {len(texts(message)) for message in counted} == {Catalog(locale).num_plurals}


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_is_written_in_the_letters_of_its_language(locale):
    script = re.compile(LETTERS.get(TRANSLATED[locale].script, r"\w"))

    def lacks_its_letters(message: Message) -> bool:
        return not all(map(script.search, texts(message)))

    assert set(offenders(locale, lacks_its_letters)) <= SAME_EVERYWHERE


def test_all_catalogues_hold_the_same_messages():
    held = [{(m.context, *ids(m)) for m in catalogue(name) if m.id} for name in ("en", *TRANSLATED)]
    assert all(each == held[0] for each in held)


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "заседание"), (2, "заседания"), (5, "заседаний"), (21, "заседание"), (11, "заседаний")],
)
def test_russian_counts_in_three_forms(count, text):
    with translation.override("ru"):
        counted = ngettext("%(shown)s session held", "%(shown)s sessions held", count)
    assert text in counted % {"shown": count}


def test_django_uses_the_catalogues():
    for code in ("zh-hans", "ru"):
        with translation.override(code):
            assert translation.gettext("Main functions") != "Main functions"
