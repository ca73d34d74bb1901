"""Filters of the queue that have a name."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.http import QueryDict
from django.urls import reverse

from mep_site.desk.models import SavedFilter
from mep_site.desk.queue.saved import chosen_filters
from mep_site.translations.models import Edition

QUEUE = "/admin/translations/"


def shown(client, query=""):
    """The names of the filters with where they lead and how much they find."""
    html = BeautifulSoup(client.get(f"{QUEUE}?{query}").content, "html.parser")
    return {
        link.contents[0].strip(): (link["href"], int(link.span.get_text()))
        for link in html.select(".queue-filters__item a")
    }


def save(client, **typed):
    return client.post(reverse("desk:save_filter"), typed)


def test_a_choice_is_saved_under_a_name_for_oneself(english_translator, russian_translator):
    save(english_translator, name="Old ones", query="age=90&language=en&p=3&csrf=x")
    address, number = shown(english_translator)["Old ones"]
    assert address == f"{QUEUE}?age=90&language=en"
    assert number == english_translator.get(address).context_data["paginator"].count
    assert "Old ones" not in shown(russian_translator)


def test_a_publisher_saves_for_everybody_and_a_translator_does_not(
    publisher, english_translator, russian_translator
):
    save(publisher, name="Everybody's", query="step=returned", is_shared="on")
    save(english_translator, name="Forged", query="step=returned", is_shared="on")
    assert "Everybody's" in shown(russian_translator)
    assert "Forged" not in shown(russian_translator)


def test_a_name_that_is_saved_again_stands_for_the_new_choice(publisher):
    save(publisher, name="Mine", query="age=90")
    save(publisher, name="Mine", query="age=30")
    assert SavedFilter.objects.get().query == "age=30"


def test_a_filter_is_deleted_by_its_owner_only(publisher, english_translator):
    save(publisher, name="Shared", query="", is_shared="on")
    url = reverse("desk:delete_filter", args=[SavedFilter.objects.get().pk])
    assert english_translator.post(url).status_code == 404
    assert SavedFilter.objects.exists()
    publisher.post(url)
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 61])
def test_a_filter_without_a_proper_name_is_not_saved(name, publisher):
    save(publisher, name=name, query="age=90")
    assert not SavedFilter.objects.exists()


def test_a_saved_filter_that_names_what_is_no_more_finds_nothing(publisher):
    user = User.objects.get(username="publisher")
    SavedFilter.objects.create(owner=user, name="Gone", query="section=gone&age=90")
    assert shown(publisher)["Gone"][1] == 0


def test_each_usual_filter_says_what_the_list_behind_it_holds(publisher):
    Edition.objects.filter(language="ru").update(has_draft=True, step="returned")
    for name, (address, number) in shown(publisher).items():
        assert publisher.get(address).context_data["paginator"].count == number, name


def test_the_choice_of_an_address_is_what_filters_it():
    query = QueryDict("language=en&p=2&ordering=deadline&age=30&freshness=")
    assert chosen_filters(query) == "age=30&language=en"


@pytest.mark.parametrize("name", ["save_filter", "delete_filter"])
def test_strangers_and_people_without_a_language_save_nothing(name, visitor, admin, db):
    url = reverse(f"desk:{name}", args=[1] if name == "delete_filter" else [])
    assert "/login" in visitor.post(url, {"name": "x"}).headers["Location"]
    assert admin.get(url).status_code == 405
