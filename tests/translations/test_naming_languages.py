"""Every address that acts on an edition names its language; what names none is never guessed."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from mep_site.translations.languages import get_language, languages
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, offered, send, unit
from ..test_editing import add_url
from .steps import CHINESE, ENGLISH, RUSSIAN, live, newest_draft, save, save_chinese

pytestmark = pytest.mark.slow

JSON = {"HTTP_ACCEPT": "application/json"}
# Which form a link opens that names no language: that of the Chinese, the source, or one's own.
OWN = {"editor": "zh-hans", "publisher": "zh-hans", "english": "en", "russian_translator": "ru"}


def address(name, page, *arguments):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk, *arguments])


@pytest.mark.parametrize("name", OWN)
def test_a_link_to_the_form_leads_to_an_address_that_names_the_language(name, page, request):
    client = request.getfixturevalue(name)
    response = client.get(f"{address('edit', page)}?next=/admin/reports/")
    assert response.headers["Location"] == (
        f"{address('edit', page)}?next=/admin/reports/&language={OWN[name]}"
    )


def test_a_page_that_the_english_leads_opens_in_english(publisher, db):
    article = NewsArticle(title_en="English first", slug="english-first")
    NewsIndex.objects.first().add_child(instance=article)
    assert publisher.get(address("edit", article)).headers["Location"].endswith("language=en")


@pytest.mark.parametrize("name", ["edit", "preview_on_edit"])
def test_what_is_sent_without_a_language_is_refused(name, publisher, page):
    before = page.revisions.count()
    data = offered(publisher, edit_url(page, "en")) | {unit("title"): "Guess me"}
    del data["language"]
    response = publisher.post(address(name, page), data)
    assert response.status_code == 400
    assert page.revisions.count() == before
    answer = publisher.post(address(name, page), data, **JSON).json()
    assert (answer["success"], answer["error_code"]) == (False, "no_language")
    assert answer["error_message"]


def test_the_form_itself_names_its_language(english, page):
    data = offered(english, edit_url(page, "en")) | {unit("title"): "Named by the form"}
    english.post(address("edit", page), data)
    assert newest_draft(page).title_en == "Named by the form"


def test_two_languages_at_once_are_refused(publisher, page):
    data = offered(publisher, edit_url(page, "en")) | {unit("title"): "Two"}
    response = publisher.post(edit_url(page, "ru"), data)
    assert response.headers["Location"] == reverse("wagtailadmin_home")
    assert newest_draft(page).title_ru == page.title_ru


def test_a_page_is_not_started_in_a_language_that_nobody_named(publisher, some):
    url = add_url(NewsArticle, some(NewsIndex))
    assert publisher.get(url).headers["Location"] == f"{url}?language=zh-hans"
    response = publisher.post(url, {"title_en": "Guessed", "slug": "guessed"})
    assert response.status_code == 400
    assert not NewsArticle.objects.filter(slug="guessed").exists()


def test_a_draft_is_shown_in_the_language_of_whoever_looks_at_it(editor, english, page):
    save_chinese(editor, page)
    url = address("view_draft", page)
    assert english.get(url).headers["Location"] == f"{url}?mode=en"
    assert "Title" in english.get(url, follow=True).content.decode()
    assert "未经批准的标题" in editor.get(url, follow=True).content.decode()


@pytest.mark.parametrize("data", [{}, {"language": "ru"}, {"language": "xx"}])
@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_the_api_acts_on_the_language_that_is_named_or_not_at_all(action, data, english, page):
    send(english, edit_url(page, "en"), **{unit("title"): "A draft"})
    url = f"/admin/api/main/pages/{page.pk}/action/{action}/"
    response = english.post(url, data, content_type="application/json")
    assert response.status_code in {302, 400, 403}
    assert [live(page).title_en, live(page).title_ru] == ["Title", "Заголовок"]


def test_the_api_publishes_what_it_is_told(english, editor, page):
    send(english, edit_url(page, "en"), **{unit("title"): "A draft"})
    save_chinese(editor, page)
    url = f"/admin/api/main/pages/{page.pk}/action/publish/"
    english.post(url, {"language": "en"}, content_type="application/json")
    assert (live(page).title_en, live(page).title_zh_hans) == ("A draft", "标题")


def test_a_translator_previews_after_somebody_saved_another_language(editor, english, page):
    save_chinese(editor, page)
    url = f"{address('preview_on_edit', page)}?language=en"
    typed = offered(english, edit_url(page, "en")) | {unit("title"): "Previewed"}
    assert english.post(url, typed).json()["is_valid"]
    assert "Previewed" in english.get(f"{url}&mode=en").content.decode()


def test_a_draft_in_no_language_of_the_site_is_not_found(english, page):
    assert english.get(f"{address('view_draft', page)}?mode=xx").status_code == 404


# The history


@pytest.fixture
def past(page):
    """Drafts in every language, an English one published, and one by a program."""
    drafts = {
        each.code: save(page, each, **{each.column("summary"): f"{each.code} 1"})
        for each in (CHINESE, ENGLISH, RUSSIAN)
    }
    drafts["newest"] = save(page, ENGLISH, title_en="Newest")
    drafts["newest"].publish()
    program = newest_draft(page)
    program.edition_language = None
    drafts["program"] = program.save_revision(log_action=True)
    return drafts


def rows_of(client, page, query=""):
    """The rows of the history: what they say, by the revision that their links are about."""
    html = client.get(f"{address('history', page)}{query}").content
    return BeautifulSoup(html, "html.parser").select("table tbody tr")


def links_of(client, page, revision):
    """The addresses that the row of a revision offers."""
    entry = PageLogEntry.objects.filter(revision=revision, content_changed=True).first()
    entries = list(
        PageLogEntry.objects.filter(page=page.pk).order_by("-timestamp", "-pk").values_list("pk")
    )
    row = rows_of(client, page)[entries.index((entry.pk,))]
    return [link["href"] for link in row.select("a[href]")]


@pytest.mark.parametrize("name", OWN)
def test_a_row_offers_its_language_to_those_who_may_edit_it(name, past, page, request):
    client = request.getfixturevalue(name)
    for language in languages():
        revision = past[language.code]
        links = links_of(client, page, revision)
        is_newest = language != ENGLISH
        form = (
            edit_url(page, language.code)
            if is_newest
            else f"{address('revisions_revert', page, revision.pk)}?language={language.code}"
        )
        may = OWN[name] in {language.code, "zh-hans"} and (
            name == "publisher" or OWN[name] == language.code
        )
        assert (form in links) == may
        for link in links:
            acts = any(word in link for word in ("/edit/", "/revert/", "/compare/"))
            assert not acts or f"language={language.code}" in link
        preview = f"{address('revisions_view', page, revision.pk)}?mode={language.code}"
        assert preview in links
        assert client.get(preview).status_code == 200
        if form in links:
            opened = client.get(form)
            assert opened.status_code == 200
            assert opened.context_data["edition_bar"].language == language


def test_a_version_that_a_program_saved_is_offered_in_each_language(past, publisher, english, page):
    url = address("revisions_revert", page, past["program"].pk)
    for client, codes in ((publisher, ["zh-hans", "en", "ru"]), (english, ["en"])):
        links = [link for link in links_of(client, page, past["program"]) if "/revert/" in link]
        assert links == [f"{url}?language={code}" for code in codes]


def test_what_was_published_without_a_draft_can_be_brought_back(publisher, page):
    url = address("revisions_revert", page, page.latest_revision_id)
    links = [link["href"] for row in rows_of(publisher, page) for link in row.select("a[href]")]
    assert {f"{url}?language={language.code}" for language in languages()} <= set(links)


def test_every_row_says_which_languages_it_is_about(past, english, page):
    cells = [row.select("td")[1].get_text(strip=True) for row in rows_of(english, page)]
    names = {get_language(code).name for code in ("zh-hans", "en", "ru")}
    assert names <= set(cells)
    assert "" not in cells


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_the_history_is_narrowed_down_to_a_language(code, past, english, page):
    rows = rows_of(english, page, f"?edition={code}")
    assert rows
    assert all(get_language(code).name in row.select("td")[1].get_text() for row in rows)


def test_the_live_version_and_the_newest_draft_are_marked_per_language(past, publisher, page):
    marked = [
        row.select("td")[1].get_text(strip=True)
        for row in rows_of(publisher, page)
        if row.select(".w-status")
    ]
    # The English draft and its publication; the other drafts, and what is public of them.
    assert marked == ["English", "English", "Русский", "简体中文", "简体中文,English,Русский"]


def test_from_the_history_one_gets_back_to_the_language_that_one_came_from(publisher, page):
    form = publisher.get(edit_url(page, "ru")).content.decode()
    history = f"{address('history', page)}?language=ru"
    assert history in form
    assert edit_url(page, "ru") in publisher.get(history).content.decode()


def test_a_comparison_in_a_language_shows_that_language(past, editor, english, page):
    save_chinese(editor, page, "只有中文改了")
    url = address("revisions_compare", page, past["en"].pk, "latest")
    html = english.get(f"{url}?language=en").content.decode()
    assert "Newest" in html
    assert "只有中文改了" not in html
    assert edit_url(page, "en") in html


@pytest.mark.parametrize("name", ["history", "view_draft"])
def test_a_stranger_sees_neither_history_nor_draft(name, visitor, page):
    assert "/login/" in visitor.get(address(name, page)).headers["Location"]


def test_a_schedule_is_taken_back_by_those_only_who_publish_all_that_it_concerns(
    past, english, publisher, page
):
    program = past["program"]
    program.approved_go_live_at = program.created_at
    program.save()
    url = address("revisions_unschedule", page, program.pk)
    english.post(url)
    program.refresh_from_db()
    assert program.approved_go_live_at
    publisher.post(url)
    program.refresh_from_db()
    assert not program.approved_go_live_at
