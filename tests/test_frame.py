"""What is remembered of the frame is never older than what is public, and nobody can change it."""

from dataclasses import FrozenInstanceError

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from cooperation.models import Programme
from departments.models import Department, Leader
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.models import BasePage
from mep_site.countries.models import Country
from mep_site.home.models import HomePage
from mep_site.siteconfig.frame import settings_for
from mep_site.siteconfig.models import FooterLink, HotKeyword, SiteConfiguration
from mep_site.translations.languages import languages
from news.models import Activity, NewsArticle, NewsIndex

from .measuring.places import address


def read(url: str) -> BeautifulSoup:
    response = Client().get(url)
    return BeautifulSoup(response.content, "html.parser")


def words(html: BeautifulSoup, selector: str) -> list[str]:
    return [each.get_text(" ", strip=True) for each in html.select(selector)]


def menu(url: str = "/en/") -> list[str]:
    return words(read(url), ".main-menu a")


@pytest.fixture
def article(some) -> NewsArticle:
    """An article, which has been read in English."""
    page = some(NewsArticle)
    read(address(page, "en"))
    return page


# What is changed is seen by the next request


def test_the_menu_follows_the_order_of_the_tree(home):
    before = menu()
    last = home.get_children().live().in_menu().last()
    last.move(home, pos="first-child")
    assert menu() == [before[-1], *before[:-1]]


def test_a_section_that_is_renamed_has_its_new_name_in_menu_breadcrumb_and_metadata(article):
    section = NewsIndex.objects.ancestor_of(article).get()
    section.title_en = "Otters"
    section.save_revision().publish()
    html = read(address(article, "en"))
    assert "Otters" in words(html, ".main-menu a")
    assert "Otters" in words(html, ".breadcrumb a")
    assert html.select_one('meta[name="ColumnName"]')["content"] == "Otters"
    assert '"name":"Otters"' in html.select_one('script[type="application/ld+json"]').string


def test_a_section_that_is_unpublished_leaves_the_menu(article):
    section = NewsIndex.objects.ancestor_of(article).get()
    before = menu()
    section.unpublish()
    assert menu() == [name for name in before if name != section.title_en]
    assert Client().get(address(section, "en")).status_code == 404


def test_a_section_without_a_text_in_a_language_leaves_its_menu_there(article):
    section = NewsIndex.objects.ancestor_of(article).get()
    read("/ru/")
    section.title_en = ""
    section.save()
    assert section.title_en not in menu("/en/")
    assert section.title_ru in menu("/ru/")


def test_a_section_that_becomes_private_leaves_the_menu_and_asks_who_is_there(article):
    section = NewsIndex.objects.ancestor_of(article).get()
    before = menu()
    restriction = PageViewRestriction.objects.create(
        page=section, restriction_type=PageViewRestriction.LOGIN
    )
    assert menu() == [name for name in before if name != section.title_en]
    assert Client().get(address(article, "en")).status_code == 302
    restriction.delete()
    assert menu() == before
    assert Client().get(address(article, "en")).status_code == 200


def test_a_page_that_moves_is_found_where_it_is_now_only(article, some):
    old = address(article, "en")
    other = NewsIndex.objects.exclude(pk=article.get_parent().pk).first() or some(Department)
    article.move(other, pos="last-child")
    assert Client().get(address(BasePage.objects.get(pk=article.pk), "en")).status_code == 200
    assert Client().get(old).status_code in {301, 404}


def test_a_page_that_is_deleted_is_not_found(article):
    url = address(article, "en")
    article.delete()
    assert Client().get(url).status_code == 404


def test_a_new_page_is_found_where_nothing_was(article):
    url = address(article, "en").replace(article.slug, "otters")
    assert Client().get(url).status_code == 404
    article.copy(update_attrs={"slug": "otters"}, keep_live=True)
    assert Client().get(url).status_code == 200


def test_a_language_that_is_published_or_withdrawn_is_offered_or_not(article):
    russian = languages()[2]
    switch = f'.language-switch a[hreflang="{russian.tag}"] + .note'
    url = address(article, "en")
    assert not read(url).select(switch)
    title, article.title_ru = article.title_ru, ""
    article.save()
    assert read(url).select(switch)
    article.title_ru = title
    article.save()
    assert not read(url).select(switch)


@pytest.mark.parametrize(
    ("column", "selector"),
    [("copyright_line_en", ".site-footer"), ("site_name_en", ".brand"), ("full_name_en", "title")],
)
def test_settings_are_shown_as_soon_as_they_are_saved(column, selector, article):
    SiteConfiguration.objects.update(**{column: "Ministry of Otters"})
    assert "Ministry of Otters" in " ".join(words(read(address(article, "en")), selector))


def test_a_link_of_the_footer_goes_with_the_page_that_it_leads_to(article):
    link = FooterLink.objects.exclude(page=None).first()
    url = address(link.page, "en")
    footer = f'.site-footer a[href="{url}"]'
    assert read("/en/").select(footer)
    link.page.specific.unpublish()
    assert not read("/en/").select(footer)


def test_a_hot_keyword_is_over_when_its_last_day_is(article, monkeypatch):
    today = timezone.localdate()
    HotKeyword.objects.update(label_en="otters", page=None, until=today)
    assert "otters" in words(read("/en/"), ".hot-keywords a")
    tomorrow = today + timezone.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: tomorrow)
    # The version is read again, as it is after half a second.
    HotKeyword.objects.update(url="")
    assert "otters" not in words(read("/en/"), ".hot-keywords a")


def test_a_department_that_is_renamed_has_its_new_name_on_the_home_page(some):
    department = some(Department)
    assert department.title_en in words(read("/en/"), ".directory a")
    Department.objects.filter(pk=department.pk).update(title_en="Department of Otters")
    assert "Department of Otters" in words(read("/en/"), ".directory a")


def test_the_newest_activity_of_a_leader_stands_on_the_leader_s_page(db):
    activity = Activity.objects.published().in_language(languages()[1]).first()
    leader = Leader.objects.ancestor_of(activity).get()
    read(address(leader, "en"))
    Activity.objects.filter(pk=activity.pk).update(title_en="A visit to otters", date="2099-01-01")
    assert "A visit to otters" in words(read(address(leader, "en")), ".dated-list a")


def test_a_state_that_is_renamed_has_its_new_name(some):
    programme = some(Programme)
    url = address(programme, "en")
    read(url)
    member = programme.members.exclude(country=None).first()
    Country.objects.filter(pk=member.country_id).update(short_name_en="Otterland")
    assert "Otterland" in read(url).get_text()


def test_what_is_not_found_is_answered_with_the_menu_of_now(home):
    before = words(read("/en/no-such-page/"), ".offers a")
    home.get_children().live().in_menu().first().specific.unpublish()
    assert words(read("/en/no-such-page/"), ".offers a") == [before[0], *before[2:]]


# Several sites


@pytest.fixture
def second(home: HomePage, settings) -> Site:
    """A second site, whose home page is the section of the news."""
    settings.ALLOWED_HOSTS = ["testserver", "news.example.org"]
    return Site.objects.create(
        hostname="news.example.org", port=80, root_page=NewsIndex.objects.live().first()
    )


def test_each_host_has_the_frame_of_its_own_site(second):
    first = Client().get("/en/").content.decode()
    there = Client(headers={"host": second.hostname}).get("/en/")
    html = BeautifulSoup(there.content, "html.parser")
    assert second.root_page.specific.title_en in words(html, "h1")
    assert not html.select(".main-menu")
    assert 'class="main-menu"' in first == Client().get("/en/").content.decode()


def test_a_host_that_is_renamed_is_known_by_its_new_name(second, settings):
    settings.ALLOWED_HOSTS.append("otters.example.org")
    assert not has_menu(second.hostname)
    Site.objects.filter(pk=second.pk).update(hostname="otters.example.org")
    assert not has_menu("otters.example.org")
    assert has_menu(second.hostname)


def has_menu(host):
    return 'class="main-menu"' in Client(headers={"host": host}).get("/en/").content.decode()


# Nobody can change what others see


def test_what_requests_share_cannot_be_changed(rf, article):
    request = rf.get("/")
    tree, settings = SiteTree.for_request(request), settings_for(request)
    with pytest.raises(AttributeError):
        tree.home.title_en = "Otters"
    with pytest.raises(AttributeError):
        settings.texts.site_name_en = "Otters"
    with pytest.raises(FrozenInstanceError):
        settings.footer_links = ()
    with pytest.raises(TypeError):
        settings.columns[1] = None


def test_each_request_has_a_page_a_site_and_editions_of_its_own(rf, article):
    path = address(article, "en").removeprefix("/en/")
    first, second = (BasePage.route_for_request(rf.get("/"), path).page for _ in range(2))
    sites = [Site.find_for_request(rf.get("/")) for _ in range(2)]
    assert first == second
    assert first is not second
    assert sites[0] is not sites[1]
    first.edition_in(languages()[1]).state = "withdrawn"
    assert second.edition_in(languages()[1]).is_live
