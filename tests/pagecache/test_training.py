"""`train_dictionary` makes the first dictionary, and another one only if it pays."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from mep_site.core.models import BasePage
from mep_site.pagecache import samples
from mep_site.pagecache.dictionary import Dictionary, mean_size, train
from mep_site.pagecache.samples import public_pages, public_paths
from mep_site.pagecache.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def folder(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(samples, "MOST", 30)
    settings.PAGE_DICTIONARIES = tmp_path / "dictionaries"
    return settings.PAGE_DICTIONARIES


def trained(*arguments):
    output = StringIO()
    call_command("train_dictionary", *arguments, stdout=output)
    return output.getvalue()


def test_the_first_dictionary_is_kept_and_the_same_is_no_second_one(folder):
    assert "Now in use" in trained()
    first = Shelf(folder).newest
    assert mean_size(public_pages(), first) < 2_000
    assert "Now in use" not in trained()
    assert [*Shelf(folder).held.values()] == [first]


def test_a_dictionary_that_pays_is_added_and_the_last_one_stays(folder):
    last = Dictionary(b"of the site as it was")
    Shelf(folder).add(last)
    trained()
    newest, second = Shelf(folder).held.values()
    assert (newest, second) == (train(public_pages()), last)


def test_nothing_of_earlier_ones_is_left_if_they_are_to_be_replaced(folder):
    Shelf(folder).add(Dictionary(b"with a text that was withdrawn"))
    trained("--replace")
    assert [*Shelf(folder).held.values()] == [train(public_pages())]


def test_a_site_with_hardly_a_page_has_no_dictionary(folder):
    BasePage.objects.filter(depth__gt=2).delete()
    assert "too few" in trained()
    assert Shelf(folder).newest is None


def test_samples_are_of_every_language_and_nothing_private_is_among_them(folder, home):
    assert {path.split("/")[1] for path in public_paths()} == {"zh-hans", "en", "ru"}
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    assert public_pages() == []
