"""What counts in the order of results, seen from two entries that differ in one thing only."""

from dataclasses import dataclass
from datetime import date

from mep_site.search.query.parser import parse_query
from mep_site.search.query.ranking import Ranking, Statistics

TODAY = date(2024, 6, 1)


@dataclass(frozen=True)
class Ranked:
    """As much of an entry as is ranked."""

    title_terms: str = ""
    terms: str = "otter"
    marks: str = ""
    date: str = ""


def score(**columns):
    ranking = Ranking(parse_query("otters"), Statistics(1000, {"otter": 10}), TODAY)
    return ranking.score(Ranked(**columns)).value


def test_a_word_counts_the_more_the_shorter_the_text_is():
    assert score(terms="otter water") > score(terms="otter " + "water " * 500)


def test_what_has_no_date_stands_between_the_new_and_the_old():
    assert score(date="2024-05") > score(date="") > score(date="2004")
