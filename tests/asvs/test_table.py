"""The table of requirements says what the tests say."""

import re

from .table import (
    CHAPTERS,
    DOCUMENT,
    NOT_HERE,
    documented_requirements,
    named_requirements,
    requirements,
    table_of_requirements,
)


def test_the_page_is_what_the_tests_name():
    assert DOCUMENT.read_text("utf-8") == table_of_requirements(), "Run make asvs"


def test_tests_name_requirements_that_exist_and_concern_the_site():
    known = {each.number: each for each in requirements()}
    named = {number for number, _test in named_requirements()}
    assert named <= known.keys()
    assert [number for number in named if known[number].reason_against] == []


def test_what_is_written_down_stands_under_its_heading_and_is_asked_for():
    known = {each.number: each for each in requirements()}
    named = {number for number, _test in named_requirements()}
    passages = documented_requirements()
    assert passages.keys() <= known.keys() - named
    assert [number for number in passages if known[number].reason_against] == []
    assert [number for number in passages if "written down" not in known[number].words] == []
    for passage in passages.values():
        text = (DOCUMENT.parent / passage.file).read_text("utf-8")
        assert re.search(rf"^#+ {re.escape(passage.heading)}$", text, re.M), passage


def test_all_requirements_of_levels_one_and_two_are_listed_once():
    """There are 70 of level 1 and 183 of level 2 in ASVS 5.0.0."""
    levels = [each.level for each in requirements()]
    assert (levels.count("1"), levels.count("2")) == (70, 183)
    assert len({each.number for each in requirements()}) == len(levels)
    assert {each.chapter for each in requirements()} == CHAPTERS.keys()
    assert all(any(each.number.startswith(start) for each in requirements()) for start in NOT_HERE)
