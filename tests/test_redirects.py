"""Every address that the public has ever found a page at leads to where the page is now."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.signals import post_page_move

from mep_site.pages.models import SectionPage, StandardPage
from mep_site.translations.languages import get_language
from mep_site.translations.publishing.redirects import notice_on_addresses
from news.models import NewsIndex

from .admin_forms import edit_url, send

pytestmark = [
    pytest.mark.every_database,
    pytest.mark.slow,
    pytest.mark.usefixtures("version_is_kept"),
]

CODES = ("zh-hans", "en", "ru")
TITLES = {"title_zh_hans": "页", "title_en": "Page", "title_ru": "Страница"}


def stored(page):
    return type(page).objects.get(pk=page.pk)


def below(parent, slug, model=SectionPage, **columns):
    return parent.add_child(instance=model(slug=slug, **{**TITLES, **columns}))


@pytest.fixture
def section(home):
    return below(home, "old")


@pytest.fixture
def grandchild(section):
    return below(below(section, "middle"), "leaf", StandardPage)


@pytest.fixture
def elsewhere(home):
    return below(home, "elsewhere")


def rename(page, slug):
    page = stored(page)
    page.slug = slug
    page.save_revision().publish()


def led(visitor, path):
    """Where each language of an old path leads, with what it answers there."""
    answers = [visitor.get(f"/{code}/{path}") for code in CODES]
    assert {answer.status_code for answer in answers} == {301}
    places = [answer["Location"] for answer in answers]
    assert {visitor.get(place).status_code for place in places} == {200}
    return places


def at(path):
    return [f"/{code}/{path}" for code in CODES]


def test_a_new_slug_leads_from_all_languages_and_all_pages_below(visitor, section, grandchild):
    rename(section, "new")
    assert led(visitor, "old/") == at("new/")
    assert led(visitor, "old/middle/leaf/") == at("new/middle/leaf/")


def test_a_move_leads_from_all_languages_and_all_pages_below(
    visitor, section, grandchild, elsewhere
):
    section.move(elsewhere, pos="last-child")
    assert led(visitor, "old/") == at("elsewhere/old/")
    assert led(visitor, "old/middle/leaf/") == at("elsewhere/old/middle/leaf/")


@pytest.mark.parametrize("spelt", ["old/middle", "old/middle/?page=2", "old/middle/?"])
def test_slashes_and_queries_do_not_matter(spelt, visitor, section, grandchild):
    rename(section, "new")
    assert led(visitor, spelt) == at("new/middle/")


def test_after_two_moves_every_address_leads_to_the_newest_in_one_step(
    visitor, section, grandchild, elsewhere
):
    rename(section, "second")
    stored(section).move(elsewhere, pos="last-child")
    rename(grandchild, "page")
    for path in ("old/middle/leaf/", "second/middle/leaf/", "elsewhere/second/middle/leaf/"):
        assert led(visitor, path) == at("elsewhere/second/middle/page/")


def test_a_page_that_comes_back_does_not_lead_to_itself(visitor, section, grandchild):
    rename(section, "new")
    rename(section, "old")
    assert led(visitor, "new/middle/leaf/") == at("old/middle/leaf/")
    stored(grandchild).unpublish()
    for address in at("old/middle/leaf/"):
        assert visitor.get(address).status_code == 404


def test_a_new_page_at_an_old_address_wins(visitor, home, section):
    rename(section, "new")
    newcomer = below(home, "old", title_en="Newcomer")
    assert "Newcomer" in visitor.get("/en/old/").content.decode()
    rename(newcomer, "newer")
    assert led(visitor, "old/") == at("newer/")


def test_languages_that_were_never_public_lead_nowhere(visitor, home):
    page = below(home, "old", title_ru="")
    page.unpublish(languages=[get_language("en")])
    rename(page, "new")
    answers = [visitor.get(f"/{code}/old/") for code in CODES]
    assert [answer.status_code for answer in answers] == [301, 301, 404]


def test_a_draft_that_was_never_public_leaves_no_trace(home):
    draft = below(home, "draft", live=False)
    draft.slug = "another"
    draft.save()
    assert not Redirect.objects.filter(redirect_page=draft).exists()


def test_a_slug_in_a_draft_leads_nowhere_before_it_is_published(visitor, publisher, section):
    typed = {"slug": "new", "body_zh_hans-count": "0", "change_kind": "editorial"}
    send(publisher, edit_url(section, "zh-hans"), **typed)
    assert visitor.get("/en/old/").status_code == 200
    assert not Redirect.objects.exists()
    send(publisher, edit_url(section, "zh-hans"), **typed, **{"action-publish": "1"})
    assert led(visitor, "old/") == at("new/")


def test_a_page_that_is_withdrawn_leads_on_as_soon_as_it_is_back(visitor, section):
    stored(section).unpublish()
    page = stored(section)
    page.slug = "new"
    page.save()
    page.save_revision().publish()
    assert led(visitor, "old/") == at("new/")


def test_what_an_editor_has_decided_stays(visitor, section, grandchild):
    Redirect.add_redirect("/en/old/middle", redirect_to="https://example.org/")
    rename(section, "new")
    assert visitor.get("/en/old/middle/")["Location"] == "https://example.org/"
    assert visitor.get("/en/old/middle/leaf/")["Location"] == "/en/new/middle/leaf/"


def test_a_redirect_to_an_address_leads_to_the_new_one(visitor, section, grandchild):
    Redirect.add_redirect("/mep/1.htm", redirect_to="/ru/old/middle/leaf/")
    Redirect.add_redirect("/mep/2.htm", redirect_to="/ru/older/")
    rename(section, "new")
    assert visitor.get("/mep/1.htm")["Location"] == "/ru/new/middle/leaf/"
    assert visitor.get("/mep/2.htm")["Location"] == "/ru/older/"


def test_a_move_that_fails_leaves_no_redirects(section, elsewhere):
    def die(**kwargs):
        raise RuntimeError("The worker was killed.")

    post_page_move.connect(die)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            section.move(elsewhere, pos="last-child")
    finally:
        post_page_move.disconnect(die)
    assert not Redirect.objects.exists()


def test_an_address_that_is_too_long_for_a_redirect_stops_no_move(visitor, section, elsewhere):
    page = section
    for _ in range(2):
        page = below(page, "long-" * 29 + "long")
    section.move(elsewhere, pos="last-child")
    assert led(visitor, "old/") == at("elsewhere/old/")
    assert visitor.get(f"/en{page.get_url()[8:]}").status_code == 404
    assert visitor.get(stored(page).get_url()).status_code == 200


def test_many_pages_below_take_no_more_queries_than_few(elsewhere, home):
    def queries(number, slug):
        page = below(home, slug)
        for at_once in range(number):
            below(page, f"page-{at_once}", StandardPage)
        with CaptureQueriesContext(connection) as captured:
            page.move(elsewhere, pos="last-child")
        return len(captured)

    queries(1, "first")
    assert queries(3, "few") == queries(15, "many")


def test_who_has_subscribed_to_a_list_that_moves_goes_on_reading(visitor, home):
    news = below(home, "old", NewsIndex)
    rename(news, "new")
    answer = visitor.get("/ru/feed/old/?topic=water")
    assert answer["Location"] == "/ru/feed/new/?topic=water"
    assert visitor.get("/ru/feed/new/").status_code == 200
    assert visitor.get("/ru/feed/never/").status_code == 404


# What editors are told


def notice(page):
    return notice_on_addresses(stored(page))


def test_an_editor_reads_in_which_languages_and_of_how_many_pages_addresses_lead_on(
    section, grandchild
):
    below(section, "draft", live=False)
    grandchild.unpublish()
    said = notice(section)
    assert "简体中文, English, Русский" in said
    assert "2" in said
    assert "2" not in notice(grandchild)


def test_what_was_never_public_is_not_spoken_of(home):
    page = below(home, "old", title_ru="")
    assert "English" in notice(page)
    assert "Русский" not in notice(page)
    assert not notice(below(home, "draft", live=False))
    assert not notice(home)


def test_the_slug_field_says_what_a_change_does(publisher, section, grandchild):
    answer = publisher.get(edit_url(section, "zh-hans")).content.decode()
    assert notice(section) in answer


@pytest.mark.parametrize("bulk", [False, True])
def test_the_page_for_moving_says_what_it_does(bulk, publisher, section, grandchild, elsewhere):
    alone = reverse("wagtailadmin_pages:move_confirm", args=[section.pk, elsewhere.pk])
    many = reverse("wagtail_bulk_action", args=["core", "basepage", "move"])
    answer = publisher.get(f"{many}?id={section.pk}" if bulk else alone)
    assert notice(section) in answer.content.decode()


def test_a_page_is_moved_by_the_form_that_says_so(publisher, visitor, section, elsewhere):
    url = reverse("wagtailadmin_pages:move_confirm", args=[section.pk, elsewhere.pk])
    publisher.post(url)
    assert led(visitor, "old/") == at("elsewhere/old/")
