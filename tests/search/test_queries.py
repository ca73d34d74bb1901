"""What a query asks for, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mep_site.search.query.parsing import LONGEST_QUERY, MOST_CLAUSES, parse
from mep_site.search.query.terminology import Terminology
from mep_site.search.query.words import russian_stems

SCO = Terminology(
    [("上合组织", "上海合作组织", "SCO", "Shanghai Cooperation Organization", "ШОС",
      "Шанхайская организация сотрудничества")]
)  # fmt: skip


def asked(text, terminology=None):
    return [clause.phrases[0].terms for clause in parse(text, terminology).clauses]


def test_chinese_is_cut_into_words():
    assert asked("生态环境部长会议") == [("生态", "态环", "环境"), ("部长", "长会", "会议")]


def test_a_single_character_is_the_beginning_of_a_pair():
    (clause,) = parse("水").clauses
    assert clause.phrases[0].terms == ("水",)
    assert clause.phrases[0].is_prefix


def test_what_is_quoted_stays_together_and_is_exact():
    (clause,) = parse("«Air quality»").clauses
    assert (clause.phrases[0].terms, clause.exact) == (("air", "qualiti"), "air quality")


def test_a_minus_excludes_a_word_or_a_quotation():
    query = parse('water -air -"soil quality"')
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
    (clause,) = parse(name, SCO).clauses
    found = {phrase.terms for phrase in clause.phrases}
    assert {("sco",), ("шос",), ("上合", "合组", "组织")} <= found


def test_a_name_inside_a_longer_query_is_seen():
    assert asked("上合组织环境部长会议", SCO)[0] == ("上合", "合组", "组织")
    assert len(asked("SCO ministers 2019", SCO)) == 3


@pytest.mark.parametrize("text", ["", " ", '"', '""', "-", "- -", "…", "\0", "😀", "%_"])
def test_a_query_without_words_asks_for_nothing(text):
    assert not parse(text)


@given(st.text(max_size=400))
def test_any_text_is_a_query_of_bounded_size(text):
    query = parse(text, SCO)
    assert len(query.clauses) <= MOST_CLAUSES
    assert all(phrase.terms for clause in query.clauses for phrase in clause.phrases)
    assert sum(len(p.terms) for c in query.clauses for p in c.looser) <= 4 * LONGEST_QUERY
