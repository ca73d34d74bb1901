"""The lists of pages in the admin, and the head of a page, tell how each language stands."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mep_site.core.models import BasePage
from mep_site.translations.admin.listing.explorer import MOST_TO_ORDER
from mep_site.translations.models import Edition
from news.models import NewsIndex

from ..admin_forms import edit_url, offered, send, stream, unit
from .steps import (
    CHINESE,
    ENGLISH,
    PUBLISH,
    RUSSIAN,
    in_hours,
    live,
    newest_draft,
    save,
    save_chinese,
)
from .test_cost import many_pages

pytestmark = [pytest.mark.every_database, pytest.mark.slow]


def explorer(page, query=""):
    return f"{reverse('wagtailadmin_explore', args=[page.get_parent().pk])}{query}"


def html_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def row_of(html, page):
    return html.select_one(f"#page_{page.pk}_title").find_parent("tr")


def told(html, page):
    """What the row of a page says about the Chinese, the English and the Russian text."""
    return [statuses(cell) for cell in row_of(html, page).select("td.language-column")]


def statuses(element):
    """The names of the statuses that an element shows, each in words."""
    items = element.select("li.statuses__item")
    assert all(item.get_text(strip=True) for item in items)
    return [item["class"][-1].removeprefix("statuses__item--") for item in items]


def bar(html):
    """What the bar above a page says about its languages."""
    return [statuses(entry) for entry in html.select("#edition-bar .languages-of-page > li")]


def listed(html):
    """The keys of the pages in the list, in its order."""
    return [int(span["id"].split("_")[1]) for span in html.select("td.title [id$=_title]")]


def said(response):
    return BeautifulSoup(response.content, "html.parser").select_one(".messages").get_text(" ")


# What is told


def test_an_unpublished_chinese_text_is_named_and_its_title_is_shown(admin, page):
    page.unpublish(languages=[CHINESE])
    html = html_of(admin, explorer(page))
    assert told(html, page) == [["withdrawn"], ["live"], ["live"]]
    assert "标题" in row_of(html, page).select_one("td.title").get_text()
    assert "Title" not in row_of(html, page).select_one("td.title").get_text()
    assert bar(html_of(admin, edit_url(page, "en"))) == [["withdrawn"], ["live"], ["live"]]


def test_all_that_can_be_said_of_a_text_is_said(admin, page):
    save_chinese(admin, page)
    save(page, ENGLISH, title_en="Later", go_live_at=in_hours(1)).publish()
    editions = Edition.objects.filter(page_id=page.pk)
    editions.in_language(ENGLISH).update(freshness="behind", step="submitted")
    editions.in_language(RUSSIAN).update(state="unpublished")
    assert told(html_of(admin, explorer(page)), page) == [
        ["live", "newer"],
        ["live", "behind", "newer", "submitted", "scheduled"],
        ["absent"],
    ]
    save(page, RUSSIAN, title_ru="Черновик")
    assert told(html_of(admin, explorer(page)), page)[2] == ["draft"]


def test_a_chinese_text_in_the_workflow_is_submitted_then_returned(editor, publisher, page):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    send(editor, edit_url(page), title_zh_hans="送审标题", **body, **{"action-submit": "1"})
    assert told(html_of(publisher, explorer(page)), page)[0] == ["live", "newer", "submitted"]
    task = live(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk])
    publisher.post(url, {"comment": "不行"})
    assert told(html_of(publisher, explorer(page)), page)[0] == ["live", "newer", "returned"]


@pytest.mark.parametrize(
    ("client_name", "title", "names_language"),
    [
        ("admin", "标题", False),
        ("english_translator", "标题", True),
        ("russian_translator", "标题", True),
    ],
)
def test_a_title_in_another_language_than_the_admins_is_named(
    client_name, title, names_language, page, request
):
    client = request.getfixturevalue(client_name)
    type(page).objects.filter(pk=page.pk).update(title_en="", title_ru="", draft_titles={})
    cell = row_of(html_of(client, explorer(page)), page).select_one("td.title")
    assert title in cell.get_text()
    assert (cell.select_one(".title-language") is not None) == names_language


def test_the_title_of_a_text_that_was_never_public_is_that_of_its_draft(
    publisher, english_translator, page
):
    live(page).unpublish(languages=[ENGLISH])
    save(page, ENGLISH, title_en="Newer title")
    cell = row_of(html_of(english_translator, explorer(page)), page).select_one("td.title")
    assert "Newer title" in cell.get_text()
    assert cell.select_one(".title-language") is None


def test_each_language_leads_to_its_form_for_who_may_edit_it(english_translator, page):
    cells = row_of(html_of(english_translator, explorer(page)), page).select("td.language-column")
    links = [cell.a["href"] if cell.a else None for cell in cells]
    assert links == [None, edit_url(page, "en"), None]


def test_the_head_of_a_page_names_the_languages_that_are_public(admin, page):
    live(page).unpublish(languages=[CHINESE])
    for url in (edit_url(page, "zh-hans"), reverse("wagtailadmin_explore", args=[page.pk])):
        tags = html_of(admin, url).select("a.page-status-tag")
        assert [tag["hreflang"] for tag in tags] == ["en", "ru"]
        assert all(f"/{tag['hreflang']}/" in tag["href"] for tag in tags)


def test_the_explorer_tells_how_the_languages_of_the_parent_stand(admin, page):
    parent = page.get_parent().specific
    parent.unpublish(languages=[RUSSIAN])
    html = html_of(admin, explorer(page))
    assert bar(html) == [["live"], ["live"], ["withdrawn"]]
    panel = html.select_one(".status-languages")
    assert statuses(panel) == ["live", "live", "withdrawn"]


def test_the_bar_and_the_status_panel_name_the_moment_of_a_schedule(english, admin, page):
    moment = timezone.localtime(in_hours(1))
    send(english, edit_url(page, "en"), go_live_at=f"{moment:%Y-%m-%d %H:%M}", **PUBLISH)
    html = html_of(admin, edit_url(page, "ru"))
    assert "scheduled" in bar(html)[1]
    for place in ("#edition-bar", ".status-languages"):
        assert f":{moment:%M}" in html.select_one(place).select("li small")[0].get_text()


def test_the_search_of_pages_tells_it_too(admin, page):
    live(page).unpublish(languages=[CHINESE])
    html = html_of(admin, reverse("wagtailadmin_pages:search") + "?q=Title")
    assert told(html, page) == [["withdrawn"], ["live"], ["live"]]


def test_a_link_is_chosen_with_the_languages_in_view(admin, page, django_assert_max_num_queries):
    live(page).unpublish(languages=[CHINESE])
    url = reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk])
    with CaptureQueriesContext(connection) as queries:
        answer = admin.get(url).json()["html"]
    assert sum("is_said_live" in query["sql"] for query in queries) == 1
    row = BeautifulSoup(answer, "html.parser").find("a", {"data-id": page.pk}).find_parent("tr")
    assert statuses(row) == ["withdrawn", "live", "live"]


# Sorting, filtering, counting


def test_the_explorer_is_ordered_by_the_urgency_of_a_language(admin, page):
    Edition.objects.filter(page_id=page.pk).in_language(RUSSIAN).update(step="returned")
    first = listed(html_of(admin, explorer(page, "?ordering=status_ru")))
    last = listed(html_of(admin, explorer(page, "?ordering=-status_ru")))
    assert first[0] == last[-1] == page.pk
    assert sorted(first) == sorted(last)


def test_the_explorer_is_narrowed_down_to_states_of_a_language(admin, page):
    live(page).unpublish(languages=[ENGLISH])
    assert page.pk in listed(html_of(admin, explorer(page, "?status_en=withdrawn")))
    assert page.pk not in listed(html_of(admin, explorer(page, "?status_ru=withdrawn")))
    both = explorer(page, "?status_en=withdrawn&status_en=live&status_zh_hans=live")
    assert page.pk in listed(html_of(admin, both))


def test_a_search_in_the_explorer_can_be_narrowed_down_and_is_never_ordered_so(admin, page):
    live(page).unpublish(languages=[ENGLISH])
    query = "?q=Заголовок&status_en=withdrawn&ordering=status_en"
    assert listed(html_of(admin, explorer(page, query))) == [page.pk]
    assert listed(html_of(admin, explorer(page, "?q=Заголовок&status_en=live"))) == []


@pytest.mark.parametrize("query", ["?status_en=nonsense", "?ordering=status_de"])
def test_nonsense_in_the_address_does_no_harm(query, admin, page):
    assert admin.get(explorer(page, query)).status_code == 200


def test_the_legend_counts_what_is_below_and_leads_there(admin, page):
    Edition.objects.filter(state="withdrawn").update(state="unpublished")
    live(page).unpublish(languages=[ENGLISH])
    html = html_of(admin, explorer(page))
    row = html.select_one(".legend .statuses__item--withdrawn").find_parent("tr")
    chinese, english, russian = row.select("td.legend__count")
    assert [cell.get_text(strip=True) for cell in (chinese, english, russian)] == ["0", "1", "0"]
    assert listed(html_of(admin, english.a["href"])) == [page.pk]


def test_the_explorer_costs_the_same_for_a_few_pages_and_for_fifty(admin, page, version_is_kept):
    index = NewsIndex.objects.first()
    # Pages of several types cost a query for each type.
    Edition.objects.filter(freshness="behind").update(freshness="current")
    many_pages(70)
    url = f"{reverse('wagtailadmin_explore', args=[index.pk])}?status_en=behind&p="
    admin.get(f"{url}1")
    counted = {}
    for place in (1, 2):
        with CaptureQueriesContext(connection) as queries:
            number = len(listed(html_of(admin, f"{url}{place}")))
        counted[number] = len(queries)
    few, fifty = sorted(counted)
    assert (few < 25, fifty) == (True, 50)
    assert counted[few] == counted[fifty]


def test_the_sums_are_right_on_thousands_of_pages(admin, db, django_assert_max_num_queries):
    index = NewsIndex.objects.first()
    before = Edition.objects.filter(page__path__startswith=index.path, language="en")
    behind = before.filter(state="live", freshness="behind").count()
    many_pages(2_000)
    url = reverse("wagtailadmin_explore", args=[index.pk])
    with django_assert_max_num_queries(45):
        html = html_of(admin, url)
    row = html.select_one(".legend .statuses__item--behind").find_parent("tr")
    assert row.select("td.legend__count")[1].get_text(strip=True).replace(",", "") == str(
        2_000 + behind
    )
    with django_assert_max_num_queries(45):
        response = admin.get(f"{url}?status_en=behind")
    assert response.context_data["items_count"] == 2_000 + behind


# Agreement


def test_the_page_has_unpublished_changes_just_when_an_edition_has_a_draft(page):
    """After a withdrawal was published anew no edition had a draft, and the page still had."""
    live(page).unpublish(languages=[ENGLISH])
    live(page).unpublish(languages=[RUSSIAN])
    for language, words in ((ENGLISH, {"title_en": "New"}), (RUSSIAN, {"title_ru": "Новый"})):
        save(page, language, **words).publish()
        drafts = [each.has_draft for each in Edition.objects.get_or_create_for_page(page).values()]
        assert live(page).has_unpublished_changes == any(drafts)
    assert not any(drafts)


def test_the_title_of_the_newest_draft_is_known_whatever_was_published(page):
    save(page, RUSSIAN, title_ru="Черновик")
    live(page).unpublish(languages=[CHINESE])
    assert live(page).draft_titles == {"zh-hans": "标题", "en": "Title", "ru": "Черновик"}
    assert newest_draft(page).draft_titles == live(page).draft_titles


# What is said after an action


@pytest.mark.parametrize(
    "pressed",
    [{}, PUBLISH, {"action-submit-translation": "1"}],
    ids=["saving", "publishing", "submitting"],
)
def test_messages_name_the_language(pressed, publisher, page):
    data = offered(publisher, edit_url(page, "ru")) | {unit("title"): "Новое"} | pressed
    response = publisher.post(edit_url(page, "ru"), data, follow=True)
    assert "Русский" in said(response)


def test_the_message_after_saving_chinese_names_it(editor, page):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    for pressed in ({}, {"action-submit": "1"}):
        data = offered(editor, edit_url(page, "zh-hans")) | body | {"title_zh_hans": "又一稿"}
        answer = editor.post(edit_url(page, "zh-hans"), data | pressed, follow=True)
        assert "简体中文" in said(answer)


@pytest.mark.parametrize(("action", "words"), [("approve", "已发布"), ("reject", "已退回")])
def test_the_message_after_a_workflow_action_says_what_became_of_the_text(
    action, words, editor, publisher, page
):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    form = {**body, "title_zh_hans": "又一稿", "change_kind": "editorial"}
    sent = offered(editor, edit_url(page, "zh-hans")) | form | {"action-submit": "1"}
    editor.post(edit_url(page, "zh-hans"), sent)
    decided = {"action-workflow-action": "true", "workflow-action-name": action}
    sent = offered(publisher, edit_url(page, "zh-hans")) | form | decided
    message = said(publisher.post(edit_url(page, "zh-hans"), sent, follow=True))
    assert words in message
    assert "简体中文" in message
    assert (live(page).title_zh_hans == "又一稿") is (action == "approve")


def test_the_message_after_scheduling_names_the_language_and_the_moment(publisher, page):
    moment = f"{timezone.localtime(in_hours(1)):%Y-%m-%d %H:%M}"
    data = offered(publisher, edit_url(page, "ru")) | {"go_live_at": moment} | PUBLISH
    message = said(publisher.post(edit_url(page, "ru"), data, follow=True))
    assert "Русский" in message
    revision = live(page).scheduled_revision
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    assert "Русский" in said(publisher.post(url, follow=True))


def test_the_message_after_unpublishing_names_the_languages(publisher, page):
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    message = said(publisher.post(url, {"languages": ["en", "ru"]}, follow=True))
    assert "English" in message
    assert "Русский" in message
    assert "简体中文" not in message


@pytest.mark.parametrize("typed", [{}, PUBLISH], ids=["draft", "published"])
def test_the_message_after_creating_a_page_names_the_language(typed, publisher, page):
    url = reverse("wagtailadmin_pages:add", args=["news", "newsarticle", page.get_parent().pk])
    address = f"{url}?language=en"
    data = offered(publisher, address) | {"title_en": "Started in English", "slug": "started"}
    response = publisher.post(address, data | typed, follow=True)
    assert BasePage.objects.filter(slug="started").exists()
    assert said(response).count("English") > 1


# Many pages


def test_too_many_pages_to_drag_are_shown_in_their_order_a_page_at_a_time(publisher, page):
    section = page.get_parent()
    many_pages(MOST_TO_ORDER)
    type(section).objects.filter(pk=section.pk).update(numchild=MOST_TO_ORDER + 1)
    html = html_of(publisher, explorer(page, "?ordering=ord&p=2"))
    assert str(MOST_TO_ORDER + 1) in html.select_one(".help-warning").get_text()
    keys = section.get_children().order_by("path").values_list("pk", flat=True)
    assert listed(html) == list(keys[50:100])
    assert html.select("[data-w-orderable-item-id]") == []


def test_pages_that_can_be_dragged_are_all_shown(publisher, page):
    html = html_of(publisher, explorer(page, "?ordering=ord"))
    assert html.select_one(".help-warning") is None
    assert len(listed(html)) == page.get_parent().numchild
    assert len(html.select("[data-w-orderable-item-id]")) == page.get_parent().numchild


@pytest.mark.parametrize("ordering", ["title", "-latest_revision_created_at", "status_en"])
def test_a_list_is_in_the_same_order_from_whichever_end_it_is_read(ordering, publisher, page):
    many_pages(120)
    answer = publisher.get(explorer(page, f"?ordering={ordering}"))
    shown = [
        key
        for number in answer.context_data["paginator"].page_range
        for key in listed(html_of(publisher, explorer(page, f"?ordering={ordering}&p={number}")))
    ]
    assert sorted(shown) == sorted(page.get_parent().get_children().values_list("pk", flat=True))
