"""What is found though it is worded otherwise: near in meaning, or of the same root."""

import pytest
from django.http import QueryDict

from mep_site.benchmarks.search.everyday import EVERYDAY
from mep_site.benchmarks.search.quality import LOOKED_AT, ours
from mep_site.search.analysis.stemming import stem
from mep_site.search.answers import finding
from mep_site.search.answers.requests import SearchRequest
from mep_site.search.answers.searching import answer
from mep_site.search.index.frequencies import count_again
from mep_site.search.query.parser import parse_query
from mep_site.search.query.thesaurus import FILES, Thesaurus, thesaurus, values_of
from mep_site.search.query.word_families import relatives
from mep_site.translations.languages import get_language

from .pages import published

pytestmark = pytest.mark.every_database


def found(code, text):
    request = SearchRequest.from_parameters(QueryDict(f"q={text}"), get_language(code))
    return answer(request)


def keys(hits):
    return [int(hit.entry.object_id) for hit in hits]


def test_words_before_a_colon_find_those_after_it_and_not_the_other_way_round():
    one_way = Thesaurus(["smog, haze: air quality"])
    assert [phrase.terms for phrase in one_way.near(values_of("haze"))] == [("air", "qualiti")]
    assert not one_way.knows(values_of("air quality"))


def test_words_without_a_colon_find_each_other():
    mutual = Thesaurus(["雾霾, 灰霾"])
    assert mutual.knows(values_of("雾霾"))
    assert mutual.knows(values_of("灰霾"))


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("冒黑烟的工厂", ("固定", "定源")),
        ("deputy ministers", ("vice", "minist")),
        ("горячую линию", ("телефон",)),
        ("выхлопными газами", ("выброс",)),
    ],
)
def test_words_are_known_in_any_form_and_inside_a_query(typed, near):
    assert near in [phrase.terms for clause in parse_query(typed).clauses for phrase in clause.near]


def test_what_is_near_counts_less_than_what_was_typed(db):
    near = published(title_en="Air quality of otters")
    typed = published(title_en="Smog and otters")
    far = published(title_en="Otters of the river")
    hits = keys(found("en", "smog otters").main.hits)
    assert hits[:2] == [typed.pk, near.pk]
    assert far.pk not in hits


FAMILIES = [
    ("english", "environment", "environmental"),
    ("english", "ministry", "minister"),
    ("english", "ministerial", "minister"),
    ("english", "russian", "russia"),
    ("english", "japanese", "japan"),
    ("english", "kazakh", "kazakhstan"),
    ("english", "strategic", "strategy"),
    ("english", "comparison", "compare"),
    ("english", "emission", "emit"),
    ("english", "reduction", "reduce"),
    ("english", "treatment", "treat"),
    ("english", "partnership", "partner"),
    ("english", "publication", "publish"),
    ("russian", "школьный", "школа"),
    ("russian", "министерство", "министр"),
    ("russian", "воздушный", "воздух"),
    ("russian", "речной", "река"),
    ("russian", "загрязнитель", "загрязнение"),
    ("russian", "казахстанский", "казахстан"),
    ("russian", "китайский", "китай"),
    ("russian", "восстановить", "восстановление"),
    ("russian", "прогнозировать", "прогноз"),
    ("russian", "волонтерство", "волонтер"),
]


@pytest.mark.parametrize(("algorithm", "one", "other"), FAMILIES)
def test_words_of_one_root_are_relatives_both_ways(algorithm, one, other):
    assert stem(algorithm, other) in relatives(algorithm, stem(algorithm, one))
    assert stem(algorithm, one) in relatives(algorithm, stem(algorithm, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("country", "count"), ("secretary", "secret"), ("factory", "fact"), ("former", "form")],
)
def test_words_that_only_look_alike_are_no_relatives(one, other):
    assert stem("english", other) not in relatives("english", stem("english", one))


@pytest.mark.parametrize(
    ("code", "title", "typed"),
    [
        ("en", "Otters of Japan", "japanese otters"),
        ("en", "Otters and strategy", "strategic otters"),
        ("ru", "Выдры и министр", "министерские выдры"),
        ("ru", "Школа для выдр", "школьные выдры"),
    ],
)
def test_a_page_is_found_by_another_word_of_the_root(code, title, typed, db):
    page = published(**{f"title_{code}": title})
    count_again()
    assert keys(found(code, typed).main.hits) == [page.pk]


def test_new_pages_with_a_frequent_word_do_not_crowd_out_one_with_a_rare_word(db, monkeypatch):
    rare = published(title_zh_hans="水獭归来")
    for number in range(6):
        published(title_zh_hans=f"环境保护工作{number}")
    for limit in ("MOST_PARTIAL", "MOST_OF_A_PART"):
        monkeypatch.setattr(finding, limit, 5)
    assert keys(found("zh-hans", "水獭 环境 保护区管理局").partial)[0] == rare.pk


@pytest.mark.parametrize("path", sorted(FILES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_of_the_thesaurus_leads_somewhere(path):
    lines = [line for line in path.read_text().splitlines() if line and line[0] != "#"]
    assert lines
    for line in lines:
        typed, colon, near = line.partition(":")
        names = [name.strip() for name in typed.split(",")]
        assert all(names), line
        assert not colon or all(name.strip() for name in near.split(",")), line
        assert all(thesaurus().near(values_of(name)) for name in names), line


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_everyday_words_find_the_page_in_official_words(code, db):
    count_again()
    queries = [each for kind in EVERYDAY.values() for each in kind if each[0] == code][::4]
    right = 0
    for _, text, ends in queries:
        pages = ours(code, text)
        assert pages, text
        right += any(
            page.endswith(f"/{end}/") for page in pages[:LOOKED_AT] for end in ends.split()
        )
    assert right / len(queries) >= 0.9
