"""What a page shows at a glance: the home page, a leader, the states of a programme."""

import pytest
from bs4 import Tag

from cooperation.models import Member, Programme
from departments.models import DepartmentIndex, Leader
from mep_site.core.models import BasePage
from mep_site.translations.languages import get_language, languages
from news.models import Activity, ActivityIndex, NewsIndex, PolicyIndex
from news.models.activity import ActivityKind

from .test_public_pages import address, read

CODES = [language.code for language in languages()]


def hrefs(html: Tag, selector: str) -> list[str]:
    return [link["href"] for link in html.select(f"{selector} a[href]")]


@pytest.mark.parametrize("code", CODES)
def test_the_headings_of_the_home_page_lead_to_the_lists(code, visitor, home, some):
    led_to = hrefs(read(visitor, home, code), ".section-heading")
    for model in (NewsIndex, PolicyIndex, DepartmentIndex):
        assert address(some(model), code) in led_to


@pytest.mark.parametrize("code", CODES)
def test_a_leader_is_named_in_the_other_scripts_too(code, visitor, db):
    leader = Leader.objects.get(slug="huang-runqiu")
    names = read(visitor, leader, code).select("h1 ~ .other-names [lang]")
    assert {name["lang"]: name.get_text() for name in names} == {
        language.tag: getattr(leader, language.column("title"))
        for language in languages()
        if language.code != code
    }


def test_a_name_is_not_given_in_a_language_that_is_not_public(visitor, db):
    leader = Leader.objects.get(slug="huang-runqiu")
    leader.unpublish(languages=[get_language("ru")])
    names = read(visitor, leader, "en").select("h1 ~ .other-names [lang]")
    assert [name["lang"] for name in names] == ["zh-Hans"]


@pytest.mark.parametrize("code", CODES)
def test_a_leader_s_page_lists_the_latest_activities(code, visitor, db):
    leader = Leader.objects.get(slug="sample-leader")
    index = ActivityIndex.objects.child_of(leader).get()
    activities = Activity.objects.child_of(index).published().in_language(get_language(code))
    html = read(visitor, leader, code)
    kinds = ActivityKind.ACTIVITY, ActivityKind.SPEECH
    assert hrefs(html, ".section-heading") == [
        f"{address(index, code)}?kind={kind}" for kind in kinds
    ]
    assert hrefs(html, ".dated-list") == [
        address(activity, code)
        for kind in kinds
        for activity in activities.filter(kind=kind).order_by("-date")
    ]


@pytest.mark.parametrize("code", CODES)
def test_states_are_named_in_three_scripts(code, visitor, db):
    programme = Programme.objects.get(slug="shanghai-cooperation-organisation")
    entry = read(visitor, programme, code).select_one(".members li")
    country = Member.objects.filter(programme=programme).first().country
    names = [getattr(country, language.column("short_name")) for language in languages()]
    assert all(name in entry.get_text() for name in names)
    assert {name["lang"] for name in entry.select(".other-names [lang]")} == {
        language.tag for language in languages() if language.code != code
    }


def test_a_card_leads_to_its_page_once(visitor, home):
    programme: BasePage = Programme.objects.published().first()
    assert hrefs(read(visitor, home, "en"), ".card").count(address(programme, "en")) == 1
