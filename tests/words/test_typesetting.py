"""The demo and the interface are typeset as readers of each language expect."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

from mep_site.demo import content
from mep_site.demo.words import Words
from mep_site.settings.languages import LANGUAGE_OF_MESSAGES, LANGUAGES, Language
from tests.test_messages import catalogue, ids, texts

from .typesetting import marks


def words_in(value: Any) -> Iterator[Words]:
    """All words that a description of the demo's content holds."""
    match value:
        case Words():
            yield value
        case Mapping():
            yield from words_in(list(value.values()))
        case list() | tuple():
            for part in value:
                yield from words_in(part)
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from words_in([getattr(value, field.name) for field in fields(value)])


def words_of_the_demo() -> set[Words]:
    modules = walk_packages(content.__path__, f"{content.__name__}.")
    return {words for each in modules for words in words_in(vars(import_module(each.name)))}


def words_of_the_interface(language: Language) -> Iterator[str]:
    is_english = language.code == LANGUAGE_OF_MESSAGES
    for message in catalogue(language.catalogue):
        yield from ids(message) if is_english else texts(message)


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_a_proofreader_marks_nothing_in_the_demo(language):
    said = {words.in_language(language) for words in words_of_the_demo()}
    assert len(said) > 500
    assert [text for text in said if marks(language.code, text)] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_a_proofreader_marks_nothing_in_the_interface(language):
    said = list(words_of_the_interface(language))
    assert len(said) > 500
    assert [text for text in said if marks(language.code, text)] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh-hans", "水,空气"),
        ("zh-hans", '"水"'),
        ("zh-hans", "２０１９年"),
        ("en", "the ministry's"),
        ("en", "air - water"),
        ("en", "air，water"),
        ("ru", '"вода"'),
        ("ru", "вoда"),
        ("ru", "вода - воздух"),
        ("ru", "вода – воздух"),
        ("ru", "вода —воздух"),
        ("ru", "её объем"),
    ],
)
def test_what_is_wrong_is_marked_once(code, text):
    assert len(marks(code, text)) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh-hans", "2019—2021年：“水”、Cookie（WCAG 2.2）"),
        ("en", "2019–2021: “water”, the ministry’s <a href='/en/'>page</a>"),
        ("ru", "2019–2021 гг.: «вода» — государства-члены, PDF"),
    ],
)
def test_what_is_right_is_not_marked(code, text):
    assert marks(code, text) == []
