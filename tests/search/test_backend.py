"""Wagtail's own search, choosers and lists, by our index."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.search.query import MATCH_ALL, And, Not, Phrase, PlainText

from departments.models import Leader
from mep_site.core.models import BasePage
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.search.index.rebuilding import rebuild
from mep_site.search.models import Entry, IndexRun
from mep_site.translations.languages import get_language
from news.models import Activity, NewsArticle, NewsIndex

from .pages import published

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def entries(page):
    return Entry.objects.filter(object_id=str(page.pk), content_type=page.content_type)


def public_languages(page):
    return set(entries(page).filter(is_public=True).values_list("language", flat=True))


@pytest.mark.parametrize("word", ["水獭", "水", "otter", "otters", "выдры", "выдра", "水獺"])
def test_a_page_is_found_in_every_language(word):
    article = published(title_zh_hans="水獭归来", title_en="Otters are back", title_ru="Выдра")
    assert article in [page.specific for page in BasePage.objects.live().search(word)]
    assert list(NewsArticle.objects.search(word)[:1]) == [article]


def test_a_page_without_a_translation_is_not_found_by_the_word_none():
    assert not BasePage.objects.search("None").count()


@pytest.mark.parametrize(
    "query", ['"', "''", "*", "a OR", "NEAR(", "(", "\\", "%", "\0", "x" * 9999]
)
def test_no_query_breaks_the_search(query):
    assert list(BasePage.objects.search(query)) == list(BasePage.objects.search(query)[:100])
    assert len(BasePage.objects.autocomplete(query)) >= 0


def test_wagtails_queries_are_understood():
    article = published(title_en="Otters and beavers", title_zh_hans="水獭")
    pages = NewsArticle.objects.all()

    def found(query):
        return article in list(pages.search(query))

    assert found(Phrase("otters and beavers"))
    assert not found(Phrase("beavers otters"))
    assert found(PlainText("otters unicorns", operator="or"))
    assert not found(PlainText("otters unicorns"))
    assert not found(And([PlainText("otters"), Not(PlainText("beavers"))]))
    assert not found(Not(PlainText("otters")))
    assert found(MATCH_ALL)
    assert not found(Not(MATCH_ALL))


def test_autocomplete_finds_unfinished_words_in_titles():
    article = published(title_en="Otters are back", title_zh_hans="水獭归来", title_ru="Выдры")
    for typed in ("ott", "Otters a", "水", "水獭归", "Выд", "выдры"):
        assert article.pk in [page.pk for page in BasePage.objects.autocomplete(typed)], typed


def test_a_title_counts_for_more_than_a_text():
    title = published(title_en="Otters", title_zh_hans="水獭")
    text = published(title_en="News", summary_en="Otters, otters")
    assert list(NewsArticle.objects.search("otter")) == [title, text]


def test_results_are_counted_by_type_scored_and_ordered():
    article = published(title_en="Otters", title_zh_hans="水獭")
    results = BasePage.objects.search("otters")
    assert results.facet("content_type_id") == {article.content_type_id: 1}
    assert results.annotate_score("score")[0].score > 0
    ordered = BasePage.objects.order_by("-id").search("环境", order_by_relevance=False)
    keys = [page.pk for page in ordered]
    assert keys == sorted(keys, reverse=True)
    assert [page.pk for page in ordered[1:3]] == keys[1:3]


def test_pictures_and_documents_are_found_by_every_text_that_they_have():
    picture = SiteImage.objects.exclude(description_ru="").exclude(description_ru=None).first()
    assert picture in list(SiteImage.objects.search(picture.description_ru))
    assert picture in list(SiteImage.objects.search(picture.title))
    document = SiteDocument.objects.exclude(name_zh_hans="").first()
    assert document in list(SiteDocument.objects.search(document.name_zh_hans))


def test_the_admin_finds_words_in_chinese_texts(admin):
    article = published(title_en="Otters", title_zh_hans="长江水獭归来")
    url = reverse("wagtailadmin_explore", args=[article.get_parent().pk])
    assert "长江水獭归来" in admin.get(url, {"q": "水獭"}).content.decode()
    chooser = reverse("wagtailadmin_choose_page_search")
    assert "长江水獭归来" in admin.get(chooser, {"q": "水獭"}).content.decode()


def test_what_is_searched_in_a_list_of_the_admin_can_be_sorted_and_filtered(admin):
    second, first = published(title_zh_hans="水獭乙"), published(title_zh_hans="水獭甲")
    url = reverse("wagtailadmin_explore", args=[first.get_parent().pk])
    page = admin.get(url, {"q": "水獭", "ordering": "-title", "has_child_pages": "false"})
    assert [each.pk for each in page.context_data["pages"]] == [first.pk, second.pk]
    everywhere = admin.get(reverse("wagtailadmin_pages:search"), {"q": "水獭", "ordering": "title"})
    assert [each.pk for each in everywhere.context_data["pages"]] == [second.pk, first.pk]


# The index follows publication


def test_an_edition_is_public_from_its_publication_to_its_withdrawal():
    article = published(title_en="Otters", title_zh_hans="水獭", live=False)
    assert public_languages(article) == set()
    article.save_revision().publish()
    assert public_languages(article) == {"zh-hans", "en"}
    article = NewsArticle.objects.get(pk=article.pk)
    article.unpublish(languages=[get_language("en")])
    assert public_languages(article) == {"zh-hans"}
    article.unpublish()
    assert public_languages(article) == set()


def test_texts_without_a_title_are_not_public():
    article = published(title_en="Otters", title_zh_hans="水獭", summary_en="They are back.")
    article.title_en = ""
    article.save()
    assert public_languages(article) == {"zh-hans"}


def test_a_draft_beside_a_live_page_is_not_searched():
    article = published(title_en="Otters", title_zh_hans="水獭")
    article.title_en = "Beavers"
    article.save_revision()
    assert not list(NewsArticle.objects.search("beavers"))


def test_a_deleted_page_is_forgotten():
    article = published(title_en="Otters", title_zh_hans="水獭")
    key, content_type = article.pk, article.content_type
    article.delete()
    assert not Entry.objects.filter(object_id=str(key), content_type=content_type).exists()


def test_a_moved_page_is_searched_in_its_new_place():
    article = published(title_en="Otters", title_zh_hans="水獭")
    before, after = NewsIndex.objects.order_by("path").first(), NewsIndex.objects.last()
    if before == after:
        after = NewsIndex(title_en="Other news", slug="other-news")
        before.get_parent().add_child(instance=after)
    article.move(after, pos="last-child")
    marks = entries(article).first().marks.split()
    assert f"under={after.pk}" in marks
    assert f"under={before.pk}" not in marks


def test_pages_below_a_moved_page_are_searched_in_their_new_place(home):
    moved = home.add_child(instance=NewsIndex(title_en="Other news", slug="other-news"))
    article = moved.add_child(instance=NewsArticle(title_en="Otters", slug="otters"))
    place = NewsIndex.objects.order_by("path").first()
    moved.move(place, pos="last-child")
    assert f"under={place.pk}" in entries(article).first().marks.split()


def test_a_page_is_marked_with_its_section_and_what_it_belongs_to():
    activity = Activity.objects.first()
    above = activity.get_ancestors().specific()
    (leader,) = (page for page in above if isinstance(page, Leader))
    home, section = above[1:3]
    marks = entries(activity).first().marks.split()
    assert {f"leader={leader.pk}", f"section={section.pk}", f"under={home.pk}"} <= set(marks)
    assert f"section={home.pk}" not in marks
    assert f"leader={leader.pk}" in entries(leader).first().marks.split()


def test_texts_of_rows_and_facts_are_searched():
    from cooperation.models import WorkingGroup

    group = WorkingGroup.objects.exclude(name_en="").first()
    assert group.programme.pk in [page.pk for page in BasePage.objects.search(group.name_en)]


def test_long_texts_are_divided_and_found_to_their_end():
    words = " ".join(f"word{number}" for number in range(9_000))
    article = published(title_zh_hans="长文", title_en="Long", summary_en="x")
    article.body_en = [("paragraph", f"<p>{words} otter</p>")]
    article.save()
    assert entries(article).filter(language="en").count() > 1
    assert all(len(entry.terms.split()) <= 12_000 for entry in entries(article))
    assert list(NewsArticle.objects.search("long otter")) == [article]


# The index can be proved and made anew


@pytest.mark.slow
def test_the_index_agrees_with_the_demo_content(capsys):
    call_command("check_search_index")
    assert "The index agrees." in capsys.readouterr().out


@pytest.mark.slow
def test_a_change_past_the_models_is_found_and_mended(capsys):
    article = published(title_en="Otters", title_zh_hans="水獭")
    NewsArticle.objects.filter(pk=article.pk).update(title_en="Beavers")
    Entry.objects.filter(object_id="1", language="ru").delete()
    with pytest.raises(CommandError):
        call_command("check_search_index")
    call_command("check_search_index", mend=True)
    call_command("check_search_index")
    assert list(NewsArticle.objects.search("beavers")) == [article]


@pytest.mark.slow
def test_update_index_makes_everything_anew():
    article = published(title_en="Otters", title_zh_hans="水獭")
    before = Entry.objects.count()
    Entry.objects.all().delete()
    call_command("update_index", verbosity=0)
    assert Entry.objects.count() == before
    assert list(NewsArticle.objects.search("otters")) == [article]


@pytest.mark.slow
def test_an_interrupted_indexing_goes_on_where_it_stopped():
    class InterruptionError(Exception):
        pass

    def interrupt(done):
        visited.append(done)
        if sum(visited) > 60:
            raise InterruptionError

    visited = []
    with pytest.raises(InterruptionError):
        rebuild(interrupt)
    run = IndexRun.objects.get(finished_at=None)
    stopped_at = run.model, run.after
    Entry.objects.filter(run=0).delete()
    assert rebuild(lambda done: None) > 0
    assert IndexRun.objects.get().finished_at
    assert stopped_at != ("", "")
    call_command("check_search_index")
