"""Dates, numbers and their precision in three languages."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from mep_site.translations.languages import get_language, languages
from mep_site.translations.languages.dates import (
    PartialDate,
    PartialDateField,
    format_number,
    format_partial_date,
)


def ordinary_spaces(text: str) -> str:
    """The text without the no-break spaces, wide and narrow, that Russian puts in."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


CHINESE, ENGLISH, RUSSIAN = (get_language(code) for code in ("zh-hans", "en", "ru"))


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("2014-06-13", CHINESE, "2014年6月13日"),
        ("2014-06-13", ENGLISH, "13 June 2014"),
        ("2014-06-13", RUSSIAN, "13 июня 2014 г."),
        ("2014-06", CHINESE, "2014年6月"),
        ("2014-06", ENGLISH, "June 2014"),
        ("2014-06", RUSSIAN, "июнь 2014 г."),
        ("2014", CHINESE, "2014年"),
        ("2014", ENGLISH, "2014"),
        ("2014", RUSSIAN, "2014 г."),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(value, language, text):
    assert ordinary_spaces(format_partial_date(PartialDate.parse(value), language)) == text


@pytest.mark.parametrize("language", languages(), ids=str)
def test_an_ordinary_date_is_written_as_one_of_known_day_is(language):
    written = "{% load site %}{{ day|date }}, {{ day }}, {{ partial|partial_date|striptags }}"
    context = Context({"day": date(2014, 6, 13), "partial": PartialDate(2014, 6, 13)})
    with translation.override(language.code):
        shown = ordinary_spaces(Template(written).render(context)).split(", ")
    assert shown == [ordinary_spaces(format_partial_date(context["partial"], language))] * 3


@pytest.mark.parametrize(
    ("language", "text"), [(CHINESE, "1,234"), (ENGLISH, "1,234"), (RUSSIAN, "1 234")]
)
def test_a_number_has_the_separators_of_its_language(language, text):
    assert ordinary_spaces(format_number(1234, language)) == text


@pytest.mark.parametrize("value", ["2014", "2014-06", "2014-06-13"])
def test_a_date_keeps_the_precision_it_was_given(value):
    assert str(PartialDate.parse(value)) == value


@pytest.mark.parametrize("value", ["14", "2014-6", "2014-13", "2015-02-29", "June 2014", "0000"])
def test_it_rejects_what_is_not_a_date(value):
    with pytest.raises(ValidationError):
        PartialDateField().to_python(value)


def test_the_field_takes_dates_text_and_nothing():
    field = PartialDateField()
    assert field.to_python(date(2014, 6, 13)) == PartialDate(2014, 6, 13)
    assert field.to_python(" 2014-06 ") == PartialDate(2014, 6)
    assert field.to_python("") is None
    assert field.get_prep_value(None) == ""


def test_dates_of_different_precision_sort_as_text():
    written = ["2014", "2014-06", "2014-06-13", "2014-12", "2015"]
    assert [str(PartialDate.parse(value)) for value in sorted(written)] == written
