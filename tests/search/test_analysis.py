"""What a text is searched for by, whatever was typed."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mep_site.search.analysis import stemming
from mep_site.search.analysis.folding import fold, fold_with_origins
from mep_site.search.analysis.highlighting import marked, passage
from mep_site.search.analysis.index_terms import index_terms, phrases_in
from mep_site.translations.languages import languages

CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("环境保护監測ёйжéﬁ㎡½ABc12 .-\"'«»《》，。\u0301\u00ad"),
)
TEXTS = st.text(CHARACTERS, max_size=60)
CHINESE = st.text(st.sampled_from("生态环境部长会议气候变化上合组织水"), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("生态环境", ["生态", "态环", "环境", "境"]),
        ("環境監測", ["环境", "境监", "监测", "测"]),
        ("PM2.5监测", ["pm", "2", "5", "监测", "测"]),
        ("ＰＭ２．５", ["pm", "2", "5"]),
        ("Ministry’s emissions", ["ministri", "emiss"]),
        ("Охраны окружающей среды", ["охра", "окружа", "сред"]),
        ("Ещё ёлка", ["ещ", "елк"]),
        ("за́мок", ["замок"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("café", ["cafe"]),
        ("年", ["年"]),
        ("…!?", []),
    ],
)
def test_the_terms_of_a_text(text, terms):
    assert index_terms(text) == terms


def test_short_i_keeps_its_breve_however_it_is_written():
    assert fold(unicodedata.normalize("NFD", "Китай")) == "китай"


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text):
    assert index_terms(fold(text)) == index_terms(text)


@given(TEXTS)
def test_every_folded_character_knows_where_it_stood(text):
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text) + 1
    assert folded.origins == sorted(folded.origins)
    assert folded.origins[-1] == len(folded.original)


@given(TEXTS)
def test_no_term_can_be_mistaken_for_syntax(text):
    assert all(not set(term) & set(" \"'*()=:&|!<>-") for term in index_terms(text))
    assert all(0 < len(term) <= 64 for term in index_terms(text))


@given(CHINESE, st.data())
def test_every_part_of_a_chinese_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    (phrase,) = phrases_in(part)
    assert holds(index_terms(text), phrase)


def holds(terms, phrase):
    haystack = f" {' '.join(terms)} "
    return f" {' '.join(phrase.terms)}{'' if phrase.is_prefix else ' '}" in haystack


@given(TEXTS, TEXTS, st.integers(1, 80))
def test_a_passage_is_a_piece_of_the_text(text, query, length):
    clauses = [phrases_in(query)]
    shown = "".join(piece.text for piece in passage(text, clauses, length))
    assert shown.strip("…") in unicodedata.normalize("NFC", text)
    whole = "".join(piece.text for piece in marked(text, clauses))
    assert whole == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("加强環境監測能力", "环境监测", ["環境監測"]),
        ("Воды Байкала и вода", "вода", ["Воды", "вода"]),
        ("The Ministry’s monitors", "ministry", ["Ministry’s"]),
        ("水、饮用水和水源", "水", ["水", "水", "水"]),
        ("PM2.5 and pm 2.5", "PM2.5", ["PM2.5", "pm 2.5"]),
        ("nothing", "環境", []),
    ],
)
def test_found_words_are_marked_as_they_were_written(text, query, found):
    pieces = marked(text, [phrases_in(query)])
    assert [piece.text for piece in pieces if piece.is_found] == found


@given(st.text("ab Яя环境 2.,\n", max_size=300), st.sampled_from(["ab", "环境", "яя"]))
def test_a_passage_is_never_cut_within_a_word(text, query):
    shown = "".join(piece.text for piece in passage(text, [phrases_in(query)], 50))
    words = set(re.findall(r"[ab]+|[Яя]+|2+", text))
    if all(len(word) <= 40 for word in words):
        assert set(re.findall(r"[ab]+|[Яя]+|2+", shown)) <= words


def test_a_passage_at_the_end_of_a_text_is_as_long_as_any():
    text = "Nothing of it here. " * 30 + "The last word is otter."
    shown = "".join(piece.text for piece in passage(text, [phrases_in("otter")], 120))
    assert 100 < len(shown) <= 122
    assert shown.startswith("…Nothing")


def test_what_the_title_says_needs_no_passage():
    text = "The summary. " + "Nothing of it here. " * 30 + "Otters of the lake."
    clauses = [phrases_in("otters"), phrases_in("lake")]
    assert passage(text, clauses, 60, "Otters of the lake")[0].text.startswith("The summary")
    pieces = passage(text, clauses, 60, "Otters")
    assert [piece.text for piece in pieces if piece.is_found] == ["Otters", "lake"]


def test_a_passage_ends_without_a_comma():
    text = "Otters, beavers, frogs, herons, cranes and many more animals"
    shown = "".join(piece.text for piece in passage(text, [phrases_in("otters")], 24))
    assert shown == "Otters, beavers, frogs…"


def test_a_passage_shows_the_place_that_answers_most_of_the_query():
    text = "Water. " * 60 + "Air and water of the lake. " + "Air. " * 60
    pieces = passage(text, [phrases_in("air"), phrases_in("lake")], 80)
    assert {piece.text for piece in pieces if piece.is_found} == {"Air", "lake"}
    assert pieces[0].text == pieces[-1].text == "…"


def test_a_word_is_stemmed_as_its_language_has_it(monkeypatch):
    french = replace(languages()[1], code="fr", stemmer="french")
    monkeypatch.setattr(stemming, "languages", lambda: (*languages(), french))
    stemming.stemmers_in.cache_clear()
    stemming.all_stemmers.cache_clear()
    try:
        assert index_terms("nationaux emissions", french) == ["national", "emiss"]
        assert index_terms("nationaux emissions", languages()[0]) == ["nationaux", "emiss"]
        found = {phrase.terms for phrase in phrases_in("nationaux")}
        assert found == {("national",), ("nationaux",)}
    finally:
        stemming.stemmers_in.cache_clear()
        stemming.all_stemmers.cache_clear()


def test_a_language_without_a_stemmer_keeps_its_words():
    vietnamese = replace(languages()[1], code="vi", stemmer="")
    assert index_terms("rivers", vietnamese) == ["rivers"]
    assert index_terms("rivers") == ["river"]
