"""Which language a text is in, and what counts as a text."""

from dataclasses import replace

import pytest
from django.utils import translation

from mep_site.core.addresses.slugs import ascii_slug
from mep_site.countries.models import Country
from mep_site.translations.languages import (
    active_language,
    authoritative,
    in_order_of_slugs,
    languages,
)
from mep_site.translations.languages.text import has_text, languages_with, localized, text_in


def test_chinese_comes_first_and_is_authoritative():
    assert [language.code for language in languages()] == ["zh-hans", "en", "ru"]
    assert authoritative().tag == "zh-Hans"
    assert authoritative().column("title") == "title_zh_hans"


def test_a_tag_has_the_case_that_bcp_47_recommends():
    assert replace(authoritative(), code="pt-br").tag == "pt-BR"
    assert replace(authoritative(), code="zh-hant").tag == "zh-Hant"


def test_slugs_are_made_from_latin_letters_first():
    assert [language.code for language in in_order_of_slugs()] == ["en", "zh-hans", "ru"]


def test_the_direction_of_writing_is_that_of_the_locale():
    assert authoritative().direction == "ltr"
    assert replace(authoritative(), locale="ar_EG").direction == "rtl"


def test_a_language_that_the_site_lacks_counts_as_the_authoritative_one():
    with translation.override("fr"):
        assert active_language() == authoritative()


@pytest.mark.parametrize("value", [None, "", "   ", "<p></p>", "<p>&nbsp;</p>", "\xa0", []])
def test_what_has_nothing_to_read_is_no_text(value):
    assert not has_text(value)


@pytest.mark.parametrize("value", ["文", "<p>a</p>", ["block"], 0])
def test_what_can_be_read_is_a_text(value):
    assert has_text(value)


def test_a_text_comes_with_the_language_it_is_in():
    country = Country(short_name_zh_hans="中国", short_name_en="China", short_name_ru=" ")
    with translation.override("ru"):
        name = localized(country, "short_name")
        assert (name.value, name.language.code, name.is_foreign) == ("中国", "zh-hans", True)
    with translation.override("en"):
        name = localized(country, "short_name")
        assert (name.value, name.language.code, name.is_foreign) == ("China", "en", False)


def test_a_translation_stands_in_where_there_is_no_chinese():
    country = Country(short_name_en="China")
    assert localized(country, "short_name").language.code == "en"
    assert text_in(country, "short_name", authoritative()) is None
    assert [language.code for language in languages_with(country, "short_name")] == ["en"]


def test_a_field_without_any_text_is_nothing():
    assert localized(Country(), "short_name") is None


@pytest.mark.parametrize(
    ("titles", "slug"),
    [
        (("Department of Water", "水司"), "department-of-water"),
        ((None, "国际合作司"), "guo-ji-he-zuo-si"),
        (("", "", "重庆"), "chong-qing"),
        ((None, None, "Лесная служба"), "lesnaya-sluzhba"),
        (("!!!", "。"), "page"),
        (
            ("one two three four five six seven eight nine",),
            "one-two-three-four-five-six-seven-eight",
        ),
    ],
)
def test_a_slug_is_made_from_the_first_title_that_there_is(titles, slug):
    assert ascii_slug(*titles) == slug
