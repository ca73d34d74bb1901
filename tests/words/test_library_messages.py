"""What Wagtail and Django say is said in our languages, and ours does not change their words."""

import re

import pytest
from babel.messages.catalog import Message

from .library_messages import (
    DOMAINS,
    LOCALES,
    OURS,
    catalogue,
    findings,
    key,
    messages,
    offered,
    text,
    translated,
)

SITE = OURS.parent / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[srd]|{\w*}")
TAG = re.compile(r"<[^>]+>")
PLURAL_FORMS = {"zh_Hans": 1, "ru": 3}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_what_libraries_lack_is_translated_and_nothing_else(locale, domain):
    assert sorted(findings(locale, domain)) == [], "make library-messages"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_fills_in_no_more_than_the_message_has(locale, domain):
    wrong = []
    for message in _ours(locale, domain):
        known = set(PLACEHOLDER.findall(" ".join(_ids(message))))
        tags = sorted(TAG.findall(_ids(message)[-1]))
        wrong += [
            each
            for each in _texts(message)
            if not set(PLACEHOLDER.findall(each)) <= known or sorted(TAG.findall(each)) != tags
        ]
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_counted_messages_have_all_plural_forms(locale):
    counted = [each for each in _ours(locale, "django") if isinstance(each.id, tuple)]
    assert {len(_texts(each)) for each in counted} <= {PLURAL_FORMS[locale]}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_word_of_ours_with_another_sense_than_a_library_s_has_a_context(locale):
    said = translated(locale, "django") | messages(OURS, locale, "django")
    site = messages(SITE, locale, "django")
    shared = {name: site[name] for name in site.keys() & offered("django").keys()}
    assert {key(each): text(each) for each in shared.values()} == {
        name: text(said[name]) for name in shared
    }


def _ours(locale: str, domain: str) -> list[Message]:
    return [message for message in catalogue(OURS, locale, domain) if message.id]


def _ids(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple) else [message.id]


def _texts(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]
