"""One word for one thing: no two classes and no two public functions bear the same name."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from .test_architecture import ROOT, SOURCES

# Names that a framework looks up, each in a module of its own.
OF_FRAMEWORKS = {
    "Command": "Django calls a management command by the name of its module",
    "register_urls": "a hook of Wagtail's, called by nobody else",
    "register_log_actions": "a hook of Wagtail's, called by nobody else",
}
# Names that read as one word with that of their module.
WITH_THEIR_MODULE = {
    "text": "settings read env.text(), templates the tag",
    "picture": "demo content writes bodies.picture(), templates the tag",
    "site_tags": "the tag and what it shows",
}


def public_names() -> Iterator[tuple[str, Path]]:
    """The classes and functions that modules offer to others, each with its module."""
    for file in SOURCES:
        for node in ast.parse(file.read_text("utf-8")).body:
            is_named = isinstance(node, ast.ClassDef | ast.FunctionDef)
            if is_named and not node.name.startswith("_"):
                yield node.name, file.relative_to(ROOT)


def shared_names() -> dict[str, list[str]]:
    """The names that stand in several modules, with these."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name, file in public_names():
        modules[name].append(str(file))
    return {name: found for name, found in modules.items() if len(found) > 1}


def test_every_name_means_one_thing():
    reasons = OF_FRAMEWORKS | WITH_THEIR_MODULE
    assert {name: found for name, found in shared_names().items() if name not in reasons} == {}


def test_every_exception_is_still_one():
    assert OF_FRAMEWORKS.keys() | WITH_THEIR_MODULE.keys() <= shared_names().keys()


def glossary() -> Iterator[list[str]]:
    """The lines of the glossary: word, what it is, in Chinese, in Russian."""
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "word":
            yield cells


def messages(locale: str) -> str:
    """All that the interface says in a language, in small letters."""
    with (ROOT / "locale" / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        return str([message.string for message in read_po(file)]).lower()


@pytest.mark.parametrize(("column", "locale", "separator"), [(2, "zh_Hans", "、"), (3, "ru", ", ")])
def test_the_interface_uses_the_words_of_the_glossary(column, locale, separator):
    """A word of which the interface has none stands in brackets; Russian ones are inflected."""
    said = messages(locale)
    words = [word for cells in glossary() for word in cells[column].split(separator)]
    stems = {
        word: re.sub(r"(\w{4,})\w{2}\b", r"\1\\w*", word) for word in words if word[0] not in "–（("
    }
    assert [word for word, stem in stems.items() if not re.search(stem.lower(), said)] == []


def test_no_word_stands_in_the_glossary_twice():
    words = [cells[0] for cells in glossary()]
    assert sorted(words) == sorted(set(words))
