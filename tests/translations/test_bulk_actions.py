"""Publishing, unpublishing and deleting several pages at once, language by language."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from mep_site.core.models import BasePage
from mep_site.translations.models import Edition
from news.models import NewsArticle

from .steps import CHINESE, ENGLISH, RUSSIAN, edition, live, newest_draft, save, states

pytestmark = pytest.mark.slow


@pytest.fixture
def other(page):
    """A second article that is public in three languages."""
    return NewsArticle.objects.live().exclude(pk=page.pk).first()


def url(action, *pages):
    address = reverse("wagtail_bulk_action", args=["core", "basepage", action])
    return f"{address}?next=/admin/pages/&{'&'.join(f'id={page.pk}' for page in pages)}"


def act(client, action, *pages, languages, **typed):
    """Choose languages and press the button; what is said afterwards, by kind of message."""
    response = client.post(url(action, *pages), {"languages": languages, **typed}, follow=True)
    html = BeautifulSoup(response.content, "html.parser")
    return {
        kind: " ".join(each.get_text(" ", strip=True) for each in html.select(f".messages .{kind}"))
        for kind in ("success", "warning")
    }


def losses(client, page):
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return BeautifulSoup(client.get(address).content, "html.parser").select_one(".losses__rest")


def test_bulk_publishing_publishes_the_chosen_language_whatever_was_saved_last(publisher, page):
    save(page, ENGLISH, title_en="A fix")
    save(page, RUSSIAN, title_ru="Черновик")
    said = act(publisher, "publish", page, languages=["en"])
    assert (live(page).title_en, live(page).title_ru) == ("A fix", "Заголовок")
    assert newest_draft(page).title_ru == "Черновик"
    assert "English" in said["success"]
    assert "Русский" not in said["success"]


def test_bulk_publishing_says_what_was_done_and_what_was_refused(publisher, page, other):
    save(page, ENGLISH, title_en="A fix")
    said = act(publisher, "publish", page, other, languages=["en", "ru"])
    assert "标题" in said["success"]
    assert "Русский" in said["warning"]
    assert other.title_zh_hans in said["warning"]
    assert other.title_zh_hans not in said["success"]


def test_bulk_publishing_asks_what_a_change_of_the_chinese_means(publisher, page):
    save(page, CHINESE, title_zh_hans="新标题")
    said = act(publisher, "publish", page, languages=["zh-hans"])
    assert live(page).title_zh_hans == "标题"
    assert said["warning"]
    save(page, CHINESE, kind="editorial", title_zh_hans="新标题")
    act(publisher, "publish", page, languages=["zh-hans"])
    assert live(page).title_zh_hans == "新标题"


def test_bulk_publishing_needs_a_language(publisher, page):
    save(page, ENGLISH, title_en="A fix")
    response = publisher.post(url("publish", page))
    assert response.status_code == 200
    assert live(page).title_en == "Title"


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_a_language_without_the_right_is_not_offered_and_refused(action, english, page):
    save(page, RUSSIAN, title_ru="Черновик")
    form = BeautifulSoup(english.get(url(action, page)).content, "html.parser")
    offered = [box["value"] for box in form.select("input[name=languages]")]
    assert offered == ["en"]
    response = english.post(url(action, page), {"languages": ["en", "ru"]})
    assert response.status_code == 200
    assert live(page).title_ru == "Заголовок"
    assert states(page) == ["live", "live", "live"]


@pytest.mark.parametrize("action", ["publish", "unpublish"])
@pytest.mark.parametrize("client_name", ["editor", "english_translator"])
def test_who_may_publish_nothing_acts_on_nothing(action, client_name, page, request):
    client = request.getfixturevalue(client_name)
    save(page, ENGLISH, title_en="A fix")
    client.post(url(action, page), {"languages": ["zh-hans", "en", "ru"]})
    assert live(page).title_en == "Title"
    assert states(page) == ["live", "live", "live"]


def test_bulk_unpublishing_takes_down_the_chosen_languages_only(publisher, page, other):
    said = act(publisher, "unpublish", page, other, languages=["en"])
    for each in (page, other):
        assert states(each) == ["live", "withdrawn", "live"]
    assert "English" in said["success"]
    said = act(publisher, "unpublish", page, languages=["en"])
    assert states(page) == ["live", "withdrawn", "live"]
    assert not said["success"]
    assert "English" in said["warning"]


def test_bulk_unpublishing_takes_the_pages_below_along_in_these_languages(publisher, page):
    parent = page.get_parent()
    act(publisher, "unpublish", parent, languages=["en"], include_descendants="on")
    assert states(page) == ["live", "withdrawn", "live"]
    assert not edition(parent, ENGLISH).is_live


def test_a_page_that_somebody_else_has_locked_is_left_alone(publisher, page, admin):
    save(page, ENGLISH, title_en="A fix")
    admin.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    said = act(publisher, "publish", page, languages=["en"])
    assert live(page).title_en == "Title"
    assert said["warning"]


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_the_page_that_asks_costs_little_more_for_more_pages(
    action, publisher, django_assert_max_num_queries
):
    pages = list(NewsArticle.objects.all()[:8])
    publisher.get(url(action, *pages))
    # Wagtail asks some questions about each page.
    with django_assert_max_num_queries(30 + 8 * len(pages)):
        publisher.get(url(action, *pages))


# Deleting


def test_deleting_a_page_names_what_goes_with_it(publisher, admin, page):
    index = page.get_parent()
    save(page, ENGLISH, title_en="Newer")
    Redirect.objects.create(old_path="/old", redirect_page=page)
    live(page).unpublish(languages=[RUSSIAN])
    html = BeautifulSoup(
        publisher.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).content, "html.parser"
    )
    public = html.select_one(".public-in").get_text(" ", strip=True)
    assert "简体中文" in public
    assert "English" in public
    assert "Русский" not in public
    rows = [
        [cell.get_text(strip=True) for cell in row.select("th, td")]
        for row in html.select(".losses tbody tr")
    ]
    assert rows == [["简体中文", "1", "0"], ["English", "1", "1"], ["Русский", "0", "1"]]
    assert str(index.get_descendant_count()) in losses(admin, index).li.get_text()


def test_the_message_after_deleting_names_the_languages(publisher, page):
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    response = publisher.post(address, follow=True)
    said = BeautifulSoup(response.content, "html.parser").select_one(".messages").get_text(" ")
    assert "标题" in said
    assert "简体中文, English, Русский" in said
    assert not BasePage.objects.filter(pk=page.pk).exists()
    assert not Edition.objects.filter(page_id=page.pk).exists()


def test_deleting_several_pages_names_the_public_languages_of_each(publisher, page, other):
    live(page).unpublish(languages=[CHINESE])
    html = BeautifulSoup(publisher.get(url("delete", page, other)).content, "html.parser")
    public = [each.get_text(" ", strip=True) for each in html.select(".bulk-pages .public-in")]
    assert sorted("简体中文" in each for each in public) == [False, True]
    assert html.select_one(".losses")


@pytest.mark.parametrize("client_name", ["english_translator", "russian_translator"])
def test_translators_delete_nothing(client_name, page, request):
    client = request.getfixturevalue(client_name)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    client.post(url("delete", page))
    assert BasePage.objects.filter(pk=page.pk).exists()
