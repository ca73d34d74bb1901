"""The dictionary that browsers share with the site: trained, kept, served, and never mistaken."""

import pytest
from zstandard import ZstdCompressionDict, ZstdDecompressor, ZstdError

from mep_site.pagecache import shelf as shelves
from mep_site.pagecache.dictionary import BEST, QUICK, SIZE, Dictionary, train
from mep_site.pagecache.samples import spread
from mep_site.pagecache.shelf import KEPT, Shelf

from .browsers import read_dcz

FRAME = "".join(f"<li><a href='/en/section-{n}/'>Section {n}</a></li>\n" for n in range(40))
PAGES = [
    f"<!doctype html>\n{FRAME}<h1>{n * 7919}</h1>\n{'<p>Clean water</p>' * (n % 9)}{FRAME}".encode()
    for n in range(60)
]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """An empty shelf that looks for new dictionaries each time."""
    monkeypatch.setattr(shelves, "LOOKS_EVERY", -1)
    return Shelf(tmp_path / "dictionaries")


@pytest.mark.parametrize("level", [QUICK, BEST])
def test_a_body_begins_with_the_hash_and_is_read_with_the_dictionary(level):
    dictionary = train(PAGES)
    body = dictionary.compress(PAGES[0], level)
    assert read_dcz(body, dictionary) == PAGES[0]
    assert len(body) < 200


def test_a_body_is_not_read_with_another_dictionary():
    body = train(PAGES).compress(PAGES[0], BEST)
    with pytest.raises(ZstdError):
        ZstdDecompressor().decompress(body[40:])


def test_a_decoder_that_knows_formatted_dictionaries_takes_it_as_raw_bytes_too():
    dictionary = train(PAGES)
    body = dictionary.compress(PAGES[0], BEST)
    decoder = ZstdDecompressor(dict_data=ZstdCompressionDict(dictionary.content))
    assert decoder.decompress(body[40:]) == PAGES[0]


def test_the_same_pages_make_the_same_dictionary():
    assert train(PAGES) == train(PAGES)
    assert len(train(PAGES).content) <= SIZE


def test_requests_name_it_by_a_byte_sequence():
    assert Dictionary(b"").available == ":47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"


def test_other_processes_find_what_was_added(shelf, tmp_path):
    first, second = Dictionary(b"first"), Dictionary(b"second")
    beside = Shelf(tmp_path / "dictionaries")
    assert beside.newest is None
    shelf.add(first)
    shelf.add(second)
    assert beside.newest == second
    assert [*beside.held.values()] == [second, first]
    assert beside.named(first.name) == first
    assert beside.held[second.available] == second


def test_a_process_does_not_look_for_new_ones_at_every_request(shelf, tmp_path, monkeypatch):
    monkeypatch.setattr(shelves, "LOOKS_EVERY", 1000)
    beside = Shelf(tmp_path / "dictionaries")
    assert beside.newest is None
    shelf.add(Dictionary(b"first"))
    assert beside.newest is None


def test_the_last_ones_are_kept(shelf):
    added = [Dictionary(b"%d" % number) for number in range(KEPT + 2)]
    for dictionary in added:
        shelf.add(dictionary)
    assert [*shelf.held.values()] == added[:1:-1]


def test_what_is_trained_again_is_the_newest(shelf):
    first, second = Dictionary(b"first"), Dictionary(b"second")
    for dictionary in (first, second, first):
        shelf.add(dictionary)
    assert [*shelf.held.values()] == [first, second]


def test_a_file_that_is_not_what_its_name_says_is_no_dictionary(shelf, tmp_path):
    shelf.add(Dictionary(b"whole"))
    (tmp_path / "dictionaries" / Dictionary(b"another").name).write_bytes(b"anot")
    (tmp_path / "dictionaries" / "notes.txt").write_bytes(b"mine")
    assert [*shelf.held.values()] == [Dictionary(b"whole")]


def test_samples_come_by_turns_from_every_section():
    paths = [f"/en/news/{n}/" for n in range(9)] + ["/en/", "/ru/news/1/", "/en/about/", "/ru/"]
    turns = ["/en/news/0/", "/en/", "/ru/news/1/", "/en/about/", "/ru/", "/en/news/1/"]
    assert spread(paths, 6) == turns
    assert sorted(spread(paths, 99)) == sorted(paths)
