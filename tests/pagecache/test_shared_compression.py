"""Who gets the coding ``dcz``, with which dictionary, and who is told to fetch one: RFC 9842."""

import pytest

from mep_site.pagecache import shelf as shelves
from mep_site.pagecache.dictionary import Dictionary, train
from mep_site.pagecache.replying import Replies
from mep_site.pagecache.shelf import Shelf

from .browsers import read
from .requests import ask
from .site import cached

PUBLIC = "public, max-age=0, s-maxage=1"
ALL = "gzip, deflate, br, zstd, dcb, dcz"
PAGES = [f"<h1>Page {n}</h1>{'<p>Clean water for everybody.</p>' * n}".encode() for n in range(60)]
PAGE = PAGES[50]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A shelf with an older and a newer dictionary."""
    monkeypatch.setattr(shelves, "LOOKS_EVERY", -1)
    shelf = Shelf(tmp_path)
    shelf.add(train(PAGES[:40]))
    shelf.add(train(PAGES))
    return shelf


@pytest.fixture
def older(shelf):
    return [*shelf.held.values()][1]


@pytest.fixture
def application(shelf):
    return cached(page, replies=Replies(shelf))


@pytest.fixture(autouse=True)
def _same_version(monkeypatch):
    """The database, which these tests do without, says the same all the time."""
    monkeypatch.setattr("tests.pagecache.site.Versions", lambda: Unchanging)


class Unchanging:
    @staticmethod
    def in_force():
        return "1"


def page(environ, start_response):
    kind = "application/atom+xml" if "feed" in environ["PATH_INFO"] else "text/html; charset=utf-8"
    start_response("200 OK", [("Content-Type", kind), ("Cache-Control", PUBLIC)])
    return [PAGE]


def test_who_names_a_dictionary_that_is_here_gets_a_page_written_with_it(application, shelf):
    for dictionary in shelf.held.values():
        answer = ask(
            application, "/en/", accept_encoding=ALL, available_dictionary=dictionary.available
        )
        assert answer.headers["Content-Encoding"] == "dcz"
        assert read(answer, dictionary) == PAGE


@pytest.mark.parametrize(
    "available",
    [
        "",
        Dictionary(b"of another site").available,
        "pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4=",
        "::",
    ],
)
def test_who_names_another_dictionary_gets_what_everybody_gets(application, available):
    answer = ask(application, "/en/", accept_encoding=ALL, available_dictionary=available)
    assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, br", "br"),
        ("dcz;q=0, gzip", "gzip"),
        ("dcb", None),
        ("*", "br"),
        ("dcz;q=0.5, br;q=0.6", "br"),
        ("dcz", "dcz"),
    ],
)
def test_the_request_decides_whether_it_takes_the_coding(application, shelf, header, coding):
    available = shelf.newest.available
    answer = ask(application, "/en/", accept_encoding=header, available_dictionary=available)
    assert answer.headers.get("Content-Encoding") == coding
    assert read(answer, shelf.newest) == PAGE


def test_caches_tell_readers_with_a_dictionary_from_others(application):
    assert ask(application, "/en/").headers["Vary"] == "Accept-Encoding, Available-Dictionary"


def test_who_lacks_the_newest_dictionary_is_told_where_it_is(application, shelf, older):
    advice = f'</dictionaries/{shelf.newest.name}.bin>; rel="compression-dictionary"'
    assert ask(application, "/en/").headers["Link"] == advice
    answer = ask(application, "/en/", accept_encoding=ALL, available_dictionary=older.available)
    assert answer.headers["Link"] == advice


def test_who_has_it_is_not_told(application, shelf):
    available = shelf.newest.available
    answer = ask(application, "/en/", accept_encoding=ALL, available_dictionary=available)
    assert "Link" not in answer.headers


def test_only_pages_tell(application):
    assert "Link" not in ask(application, "/en/feed/").headers


def test_a_page_that_is_kept_tells_of_a_dictionary_that_came_later(application, shelf):
    ask(application, "/en/")
    shelf.add(Dictionary(b"later"))
    answer = ask(application, "/en/")
    assert "hit" in answer.whence
    assert Dictionary(b"later").name in answer.headers["Link"]


def test_a_page_gets_smaller_in_the_background(application, shelf):
    dictionary = shelf.newest
    wishes = {"accept_encoding": ALL, "available_dictionary": dictionary.available}
    at_first = ask(application, "/en/", **wishes)
    ask(application, "/en/", **wishes)
    application.background.wait()
    later = ask(application, "/en/", **wishes)
    assert "-dcz9-" in at_first.headers["ETag"]
    assert "-dcz19-" in later.headers["ETag"]
    assert read(later, dictionary) == PAGE


def test_a_copy_is_good_as_long_as_its_dictionary_is_at_hand(application, shelf, older):
    wishes = {"accept_encoding": ALL, "available_dictionary": older.available}
    tag = ask(application, "/en/", **wishes).headers["ETag"]
    assert ask(application, "/en/", if_none_match=tag, **wishes).status == 304
    wishes["available_dictionary"] = shelf.newest.available
    assert ask(application, "/en/", if_none_match=tag, **wishes).status == 200


def test_a_dictionary_that_was_removed_is_used_no_more(application, shelf, older):
    wishes = {"accept_encoding": ALL, "available_dictionary": older.available}
    assert ask(application, "/en/", **wishes).headers["Content-Encoding"] == "dcz"
    shelf.keep(1)
    assert ask(application, "/en/", **wishes).headers["Content-Encoding"] == "br"


def test_without_a_dictionary_nothing_is_said_of_one(tmp_path):
    application = cached(page, replies=Replies(Shelf(tmp_path / "nothing")))
    answer = ask(application, "/en/", accept_encoding=ALL)
    assert "Link" not in answer.headers
    assert answer.headers["Content-Encoding"] == "br"
