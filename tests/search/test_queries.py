"""What a query asks for, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mep_site.search.analysis.folding import fold
from mep_site.search.query.date_terms import dates
from mep_site.search.query.parser import LONGEST_QUERY, MOST_CLAUSES, parse_query
from mep_site.search.query.spelling import spellings
from mep_site.search.query.terminology import Terminology
from mep_site.search.query.word_forms import russian_stems

SCO = Terminology(
    [("上合组织", "上海合作组织", "SCO", "Shanghai Cooperation Organization", "ШОС",
      "Шанхайская организация сотрудничества")]
)  # fmt: skip


def asked(text, terminology=None):
    return [clause.phrases[0].terms for clause in parse_query(text, terminology).clauses]


def test_chinese_is_cut_into_words():
    assert asked("生态环境部长会议") == [("生态", "态环", "环境"), ("部长", "长会", "会议")]


def test_a_single_character_is_the_beginning_of_a_pair():
    (clause,) = parse_query("水").clauses
    assert clause.phrases[0].terms == ("水",)
    assert clause.phrases[0].is_prefix


def test_what_is_quoted_stays_together_and_is_exact():
    (clause,) = parse_query("«Air quality»").clauses
    assert (clause.phrases[0].terms, clause.exact) == (("air", "qualiti"), "air quality")


def test_a_minus_excludes_a_word_or_a_quotation():
    query = parse_query('water -air -"soil quality"')
    assert [phrase.terms for phrase in query.excluded] == [("air",), ("soil", "qualiti")]
    assert asked("water -air") == [("water",)]


def test_a_hyphen_inside_a_word_excludes_nothing():
    assert asked("Шри-Ланка e-mail") == [("шри", "ланк"), ("e", "mail")]


def test_words_that_say_little_are_left_out_unless_there_is_nothing_else():
    assert asked("the protection of water") == [("protect",), ("water",)]
    assert asked("of the") == [("of",), ("the",)]


def test_the_forms_of_a_russian_word_are_all_looked_for():
    assert "человек" in russian_stems("людей")
    assert "люд" in russian_stems("человек")


@pytest.mark.parametrize(
    "name", ["SCO", "ШОС", "上合组织", "Шанхайской организации сотрудничества", "上海合作組織"]
)
def test_every_name_of_a_body_finds_all_of_its_names(name):
    (clause,) = parse_query(name, SCO).clauses
    found = {phrase.terms for phrase in clause.phrases}
    assert {("sco",), ("шос",), ("上合", "合组", "组织")} <= found


def test_a_name_inside_a_longer_query_is_seen():
    assert asked("上合组织环境部长会议", SCO)[0] == ("上合", "合组", "组织")
    assert len(asked("SCO ministers 2019", SCO)) == 3


def test_a_clause_knows_how_it_was_typed():
    query = parse_query("Where is the  ШОС in June 2018, «Air Quality» PM2.5?", SCO)
    found = [query.as_typed(clause.text) for clause in query.clauses]
    assert found == ["ШОС", "June 2018", "Air Quality", "PM2.5"]


def test_a_single_letter_says_little():
    assert asked("R. Huang") == [("huang",)]
    assert asked("水 c") == [("水",)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016年6月", (2016, 6, None)),
        ("二〇一九年十一月二十一日", (2019, 11, 21)),
        ("june 2016", (2016, 6, None)),
        ("Sept. 2019", (2019, 9, None)),
        ("June 10, 2018", (2018, 6, 10)),
        ("2nd of May 2019", (2019, 5, 2)),
        ("в сентябре 2019 года", (2019, 9, None)),
        ("10 июня 2018 г.", (2018, 6, 10)),
        ("14.06.2019", (2019, 6, 14)),
        ("2019-11-04", (2019, 11, 4)),
        ("06/2019", (2019, 6, None)),
        ("plan 2019", (2019, None, None)),
        ("2012年环境日", (2012, None, None)),
    ],
)
def test_a_date_is_known_however_it_is_written(text, date):
    (found,) = dates(fold(text))
    assert (found.year, found.month, found.day) == date


@pytest.mark.parametrize(
    "text",
    ["〔2019〕1号", "2019-2021", "GB 3095-2012", "2019/13", "99.99.2019", "version 1.2019.3",
     "二十十十年", "12019", "may", "五月"],
)  # fmt: skip
def test_other_numbers_are_no_dates(text):
    assert not dates(fold(text))


@given(st.text("〇零一二十年月日0129-./ мая june", max_size=20))
def test_whatever_looks_like_a_date_is_read(text):
    assert all(date.phrases() and date.mark for date in dates(fold(text)))


@pytest.mark.parametrize(
    ("british", "american"),
    [("organisation", "organization"), ("analysing", "analyzing"), ("centre", "center"),
     ("neighbourhoods", "neighborhoods"), ("programmes", "programs"), ("defence", "defense"),
     ("catalogue", "catalog"), ("travelled", "traveled"), ("sulphur", "sulfur")],
)  # fmt: skip
def test_words_have_both_spellings(british, american):
    assert american in spellings(british)
    assert british in spellings(american)


@pytest.mark.parametrize("word", ["water", "four", "hour", "pakistanis", "decision", "report"])
def test_words_with_one_spelling_keep_it(word):
    assert spellings(word) == (word,)


@pytest.mark.parametrize("text", ["", " ", '"', '""', "-", "- -", "…", "\0", "😀", "%_"])
def test_a_query_without_words_asks_for_nothing(text):
    assert not parse_query(text)


@given(st.text(max_size=400))
def test_any_text_is_a_query_of_bounded_size(text):
    query = parse_query(text, SCO)
    assert len(query.clauses) <= MOST_CLAUSES
    assert all(phrase.terms for clause in query.clauses for phrase in clause.phrases)
    assert sum(len(p.terms) for c in query.clauses for p in c.looser) <= 4 * LONGEST_QUERY
