"""Comparing two texts word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mep_site.translations.freshness.diff import difference, plain_text, split_words
from mep_site.translations.languages import get_language

CHINESE, ENGLISH, RUSSIAN = map(get_language, ("zh-hans", "en", "ru"))


def shown(old, new, language=CHINESE):
    """The pieces as one text: ``{-removed-}`` and ``{+added+}``."""
    marks = {(True, False): "{-%s-}", (False, True): "{+%s+}", (False, False): "%s"}
    pieces = difference(old, new, language)
    return "".join(marks[piece.is_removed, piece.is_added] % piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("水质良好。", "水质良好。", "水质良好。"),
        ("", "水质良好。", "{+水质良好。+}"),
        ("水质良好。", "", "{-水质良好。-}"),
        ("", "", ""),
        ("提前三个工作日预约。", "提前五个工作日预约。", "提前{-三个-}{+五个+}工作日预约。"),
        # The two words share signs, which must not be torn out of them.
        ("由监测站提供", "由检测站提供", "由{-监测站-}{+检测站+}提供"),
        ("比例为74.9%。", "比例为83.4%。", "比例为{-74.9%-}{+83.4%+}。"),
        (
            "项目由中国和俄罗斯实施。",
            "项目由中国、蒙古和俄罗斯实施。",
            "项目由中国{+、蒙古+}和俄罗斯实施。",
        ),
        ("第一段。\n第二段。", "第一段。", "第一段。{-\n第二段。-}"),
    ],
)
def test_chinese_is_compared_by_words(old, new, expected):
    pieces = difference(old, new, CHINESE)
    assert shown(old, new) == expected
    assert "".join(piece.text for piece in pieces if not piece.is_added) == old
    assert "".join(piece.text for piece in pieces if not piece.is_removed) == new


@pytest.mark.parametrize(
    ("language", "old", "new", "expected"),
    [
        (ENGLISH, "three days", "five days", "{-three-}{+five+} days"),
        (ENGLISH, "a station", "a stationary one", "a {-station-}{+stationary one+}"),
        (RUSSIAN, "за три дня", "за пять дней", "за {-три-}{+пять+} {-дня-}{+дней+}"),
    ],
)
def test_other_languages_are_compared_by_words(language, old, new, expected):
    assert shown(old, new, language) == expected


@given(st.text(alphabet="水质监测 \n，。ab1.%<&́", max_size=60), st.sampled_from([CHINESE, ENGLISH]))
def test_words_make_the_text_again(text, language):
    assert "".join(split_words(text, language)) == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>水质<b>良好</b>。</p>", "水质良好。"),
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("<p>One<br/>two</p>", "One\ntwo"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ('<p data-block-key="k1"><a linktype="page" id="3">A  link</a></p>', "A link"),
        ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_markup_is_left_out_of_what_is_compared(html, expected):
    assert plain_text(html) == expected
