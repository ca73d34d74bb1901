"""What browsers may fetch in advance, what they get then, and what is not counted."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from mep_site.pagecache.dictionary import Dictionary
from mep_site.pagecache.shelf import Shelf
from mep_site.search.models.counts import SearchCount

pytestmark = pytest.mark.django_db

IN_ADVANCE = {"Sec-Purpose": "prefetch"}


@pytest.fixture
def visitor(settings):
    """A visitor of the site as it runs behind the page cache."""
    settings.PAGE_CACHE_BYTES = 1
    return Client()


@pytest.mark.parametrize("path", ["/en/", "/en/search/?q=water", "/en/no-such-page/"])
def test_every_page_names_the_rules_of_its_language(visitor, path):
    rules = visitor.get(path).headers["Speculation-Rules"]
    assert rules == '"/en/speculation-rules.json"'
    assert visitor.get("/ru/").headers["Speculation-Rules"] == '"/ru/speculation-rules.json"'


def test_what_is_no_page_names_none(visitor):
    for path in ("/en/feed/", "/admin/login/", "/sitemap.xml", "/en/speculation-rules.json"):
        assert "Speculation-Rules" not in visitor.get(path).headers


def test_without_the_page_cache_nothing_is_fetched_in_advance():
    assert "Speculation-Rules" not in Client().get("/en/").headers


def test_the_rules_leave_out_questions_forms_feeds_and_what_is_made_from_pages(visitor):
    response = visitor.get("/en/speculation-rules.json")
    assert response.headers["Content-Type"] == "application/speculationrules+json"
    rules = response.json()
    (rule,) = rules["prefetch"]
    assert rules["prerender"] == [rule]
    assert rule["eagerness"] == "moderate"
    pages, left_out = rule["where"]["and"]
    assert pages == {"href_matches": {"pathname": "/en/*", "search": ""}}
    names = ("search/", "display/", "report/", "follow/", "feed/", "calendar.ics")
    made = ("changes/", "cite/", "pdf/")
    assert left_out == {"not": {"href_matches": [f"/en/{name}*" for name in (*names, *made)]}}


def test_in_advance_there_are_pages_for_everybody_only(visitor):
    assert visitor.get("/en/", headers=IN_ADVANCE).status_code == 200
    for path in ("/en/search/?q=water", "/en/display/", "/en/no-such-page/", "/", "/admin/"):
        assert visitor.get(path, headers=IN_ADVANCE).status_code == 403


def test_in_advance_who_is_signed_in_gets_what_everybody_gets(visitor, publisher, home):
    for_everybody = visitor.get("/en/", headers=IN_ADVANCE).content
    visitor.cookies = publisher.cookies
    assert visitor.get("/en/", headers=IN_ADVANCE).content == for_everybody
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    assert visitor.get("/en/").status_code == 200
    assert visitor.get("/en/", headers=IN_ADVANCE).status_code == 403


def test_what_a_page_needs_is_there_in_advance(visitor):
    purpose = {"Sec-Purpose": "prefetch;prerender"}
    assert visitor.get("/display.css", headers=purpose).status_code == 200


@pytest.mark.parametrize("purpose", ["prefetch", "prefetch;prerender"])
def test_a_search_in_advance_is_not_counted(settings, purpose):
    for bytes_kept in (0, 1):
        settings.PAGE_CACHE_BYTES = bytes_kept
        Client().get("/en/search/?q=water", headers={"Sec-Purpose": purpose})
    assert not SearchCount.objects.exists()
    Client().get("/en/search/?q=water")
    assert SearchCount.objects.get().searches == 1


def test_a_dictionary_is_served_at_its_own_address_for_ever(visitor, settings, tmp_path):
    settings.PAGE_DICTIONARIES = tmp_path
    dictionary = Dictionary(b"of the site as it is")
    Shelf(tmp_path).add(dictionary)
    response = visitor.get(f"/dictionaries/{dictionary.name}.bin")
    assert response.content == dictionary.content
    assert response.headers["Use-As-Dictionary"] == 'match="/*", match-dest=("document")'
    directives = {*response.headers["Cache-Control"].split(", ")}
    assert directives == {"public", "immutable", "max-age=31536000", "s-maxage=31536000"}
    assert "Vary" not in response.headers
    other = Dictionary(b"of another one").name
    assert visitor.get(f"/dictionaries/{other}.bin").status_code == 404
