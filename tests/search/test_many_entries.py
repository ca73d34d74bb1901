"""What is found where more answers a query than is ranked, on a site of any size."""

import pytest

from mep_site.search.analysis.index_terms import Phrase
from mep_site.search.answers import finding
from mep_site.search.answers.finding import Scope, find_hits
from mep_site.search.index import candidates
from mep_site.search.models import Entry
from mep_site.search.query.conditions import read_in_order, tsquery, unwanted_phrases
from mep_site.search.query.expressions import HasMark, Match, Wanted, Without
from mep_site.search.query.parser import parse_query
from mep_site.search.query.terminology import Terminology

from .pages import published

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def few_are_ranked(monkeypatch):
    """A site with thousands of pages behaves like this one with a lower limit."""
    monkeypatch.setattr(finding, "MOST_RANKED", 3)


def found(text, **options):
    return find_hits(parse_query(text), ["en", "zh-hans"], Scope(), **options)["en"]


def move(page, place):
    """Give the English entry of a page another primary key, after those that there are."""
    entry = Entry.objects.get(object_id=page.pk, language="en", title=page.title_en)
    entry.delete()
    entry.pk = place + 100_000
    entry.save(force_insert=True)


def titles(hits):
    return [hit.entry.title_terms for hit in hits]


def test_old_entries_with_the_words_in_their_titles_are_ranked_too(few_are_ranked):
    published(title_en="Otters")
    for number in range(5):
        published(title_en=f"Report {number}", summary_en="It is about otters.")
    assert titles(found("otters").hits)[0] == "otter"


def test_what_has_the_query_for_a_title_is_ranked_however_many_titles_have_its_words(
    few_are_ranked, monkeypatch
):
    monkeypatch.setattr(finding, "MOST_BY_TITLE", 2)
    published(title_en="The otters")
    for number in range(5):
        published(title_en=f"Otters in report {number}")
    assert titles(found("the otters").hits)[0] == "the otter"


def test_the_latest_by_date_are_found_whenever_they_were_indexed(few_are_ranked):
    published(title_en="Otters return", date="2019-06-01")
    published(title_en="Otters leave", date="2018-06-01")
    for number in range(5):
        published(title_en=f"Otters {number}", date=f"200{number}-01-01")
    dates = {hit.entry.date for hit in found("otters", by_date=True).hits}
    assert dates == {"2019-06-01", "2018-06-01", "2004-01-01"}


def test_entries_are_found_however_many_others_were_indexed_after_them():
    for number, place in enumerate((1, 40_000, 250_000, 900_000)):
        move(published(title_en=f"Otters {number}"), place)
    assert sorted(titles(found("otters").hits)) == [f"otter {number}" for number in range(4)]


def test_of_more_entries_than_are_ranked_the_ones_indexed_last_are(monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 2)
    monkeypatch.setattr(finding, "MOST_BY_TITLE", 1)
    for number, place in enumerate((900_000, 1, 890_000, 250_000, 40_000)):
        move(published(title_en=f"Otters {number}"), place)
    assert sorted(titles(found("otters").hits)) == ["otter 0", "otter 2"]


def test_postgresql_is_asked_for_older_entries_only_where_the_newest_are_not_enough(monkeypatch):
    asked = []

    def among(blocks, wanted):
        asked.append((len(blocks), [each.limit for each in wanted]))
        return [(3, 2) for _ in wanted]

    windows = [(HasMark("block=9"),) * 2, (HasMark("block=9"),) * 8, ()]
    monkeypatch.setattr(candidates, "_newest_blocks", lambda: iter(windows))
    monkeypatch.setattr(candidates, "_among", among)
    wanted = [Wanted(HasMark("x"), "en", limit) for limit in (2, 8, 9)]
    candidates._on_postgresql([*wanted, Wanted(HasMark("x"), "en", 1, by_date=True)])
    assert asked == [(2, [2, 8, 9]), (8, [8]), (0, [8, 9, 1])]


def test_that_there_is_more_is_known(few_are_ranked):
    for number in range(2):
        published(title_en=f"Otters {number}")
    assert not found("otters").is_capped
    published(title_en="Otters again")
    assert found("otters").is_capped


def test_words_that_do_not_follow_one_another_are_no_name():
    published(title_en="Wetland parks", summary_en="They were visited.")
    published(title_en="Parks of the wetland")
    hits = find_hits(parse_query('"wetland parks"'), ["en"], Scope())["en"].hits
    assert titles(hits) == ["wetland park"]


def test_what_has_only_the_words_of_a_name_is_no_answer():
    published(title_en="Parks of the wetland")
    name = Terminology([("wetland parks", "湿地公园")])
    assert find_hits(parse_query("wetland parks", name), ["en"], Scope())["en"].hits == []


def test_what_has_the_characters_of_a_word_apart_from_each_other_does_not_answer_it():
    published(title_zh_hans="参观水獭博物馆")
    published(title_zh_hans="水獭博物志与古物馆")
    hits = find_hits(parse_query("水獭博物馆"), ["zh-hans"], Scope())["zh-hans"].hits
    assert titles(hit for hit in hits if not hit.is_partial) == ["参观 观水 水獭 獭博 博物 物馆 馆"]


def test_of_a_long_phrase_postgresql_is_asked_for_the_longest_words_before_the_order_is_checked():
    phrase = Phrase(("confer", "on", "interact", "and", "confid"))
    assert tsquery(Match(phrase)) == "('interact' & 'confer' & 'confid' & 'and')"
    assert read_in_order(Match(phrase))[1] == [" confer on interact and confid "]


def test_of_an_unwanted_phrase_postgresql_is_not_asked_for_the_words():
    otters, park = Match(Phrase(("otter",))), Match(Phrase(("wetland", "park")))
    assert tsquery(Without(otters, park)) == "('otter')"
    assert list(unwanted_phrases(Without(otters, park))) == [park]
    assert tsquery(Without(park, otters)) == "(('wetland' & 'park') & !('otter'))"
    assert list(unwanted_phrases(Without(park, otters))) == []
