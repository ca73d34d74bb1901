"""Lines end between Chinese words and not before dashes; what is stored knows nothing of it."""

import pytest
from django.utils.safestring import SafeString, mark_safe

from mep_site.core.templatetags.typesetting import between_words, typeset
from mep_site.translations.languages.line_breaks import (
    breakable_between_words,
    without_dash_at_line_start,
)

from .measuring.setting import lines_beginning_with_a_dash, words_broken_in_headings


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("共建绿色丝绸之路研讨会", "共建|绿色|丝绸之路|研讨会"),
        ("研讨会在哈尔滨举行", "研讨会|在哈尔滨|举行"),
        ("黄润秋出席圆桌对话", "黄润秋|出席|圆桌|对话"),
        ("指南意见的通知（示例）", "指南|意见的|通知（示例）"),
        ("于2019年6月5日召开", "于2019年6月5日|召开"),
        ("六五环境日：走进监测站和实验室", "六五|环境日：走进|监测站|和实验室"),
        ("PM2.5监测", "PM2.5|监测"),
        ("新闻", "新闻"),
    ],
)
def test_a_heading_may_break_between_words_only(heading, parts):
    assert breakable_between_words(heading).replace("<wbr>", "|") == parts


@pytest.mark.parametrize("text", ["", "Water", "Вода", "a < b & c", "水 < 气"])
def test_what_is_no_markup_is_escaped(text):
    found = breakable_between_words(text)
    assert isinstance(found, SafeString)
    assert "<" not in found.replace("<wbr>", "")


def test_a_heading_that_is_markup_already_stays_as_it_is():
    marked = mark_safe('<span lang="zh-Hans">研讨会在哈尔滨举行</span>')
    assert between_words(marked) is marked


def test_no_line_begins_with_a_dash():
    text = "Охрана природы — одно из направлений; 2015 – 2019"
    assert without_dash_at_line_start(text) == (
        "Охрана природы\xa0— одно из направлений; 2015\xa0– 2019"
    )


def test_what_somebody_has_typed_is_given_back_as_it_was():
    form = "<p>Вода — жизнь</p><textarea>Вода — жизнь</textarea>"
    assert typeset(form) == form


@pytest.mark.browser
def test_a_broken_word_and_a_dash_at_the_start_of_a_line_would_be_noticed(tab):
    tab.set_content(
        "<h2 lang=zh style='width: 4em'>研讨会在哈尔滨举行</h2><p style='width: 1em'>Вода — жизнь"
    )
    assert words_broken_in_headings(tab) == ["研讨会在哈尔滨举/行"]
    assert lines_beginning_with_a_dash(tab) == ["Вода — жизнь"]
