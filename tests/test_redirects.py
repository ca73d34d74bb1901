"""Every address that the public has ever found a page at leads to where the page is now."""

import pytest

from mep_site.pages.models import SectionPage, StandardPage

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
