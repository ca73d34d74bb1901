"""Topics: kept in the admin, given to pages with the Chinese text, untouched by translations."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from departments.models import Department, PageDepartment
from mep_site.core.models import BasePage, PageCountry, PageTopic
from mep_site.topics.models import Topic
from mep_site.translations.languages import authoritative, get_language
from news.models import NewsArticle

from .admin_forms import edit_url, offered, send, unit
from .test_public_pages import address

pytestmark = pytest.mark.slow

RELATIONS = ("topics", "departments", "countries")


def admin_urls(topic: Topic) -> list[str]:
    names = ["list", "add", "edit", "delete", "history", "usage", "copy"]
    return [
        reverse(
            f"wagtailsnippets_topics_topic:{name}",
            args=[] if name in {"list", "add"} else [topic.pk],
        )
        for name in names
    ]


@pytest.fixture
def water(db) -> Topic:
    return Topic.objects.get(slug="water")


@pytest.fixture
def article(db) -> NewsArticle:
    return NewsArticle.objects.get(slug="china-russia-expert-seminar-in-harbin")


def filed(page: BasePage) -> dict[str, list]:
    """What the page is filed under, in its order, with the keys of the rows."""
    fields = {"topics": "topic_id", "departments": "department_id", "countries": "country_id"}
    return {
        name: [(row.key, getattr(row, fields[name])) for row in getattr(page, name).all()]
        for name in RELATIONS
    }


def fresh(page: NewsArticle) -> NewsArticle:
    return NewsArticle.objects.get(pk=page.pk)


def drafted(page: NewsArticle, code: str) -> NewsArticle:
    draft = fresh(page).get_latest_revision_as_object()
    draft.edition_language = get_language(code)
    return draft


# The list of topics


def test_a_stranger_sees_nothing_of_the_topics_in_the_admin(visitor, water):
    for url in admin_urls(water):
        response = visitor.get(url)
        assert response.status_code == 302
        assert "/login" in response.headers["Location"], url


@pytest.mark.parametrize("name", ["editor", "english_translator", "russian_translator"])
def test_only_who_has_the_right_keeps_the_list(name, water, request):
    person = request.getfixturevalue(name)
    for url in admin_urls(water):
        assert person.get(url).headers["Location"] == reverse("wagtailadmin_home"), url
    person.post(admin_urls(water)[2], {"name_zh_hans": "伪造", "slug": "forged"})
    assert Topic.objects.get(pk=water.pk).name_zh_hans == "水"


def test_the_administrator_adds_a_topic(admin, db):
    data = {"name_zh_hans": "土壤", "name_en": "Soil", "name_ru": "Почва", "slug": "soil"}
    admin.post(reverse("wagtailsnippets_topics_topic:add"), data)
    soil = Topic.objects.get(slug="soil")
    assert (soil.name_zh_hans, soil.name_en, soil.name_ru) == ("土壤", "Soil", "Почва")


@pytest.mark.parametrize(
    "wrong", [{"slug": "土壤"}, {"slug": "Soil"}, {"slug": "water"}, {"name_zh_hans": ""}]
)
def test_a_topic_has_a_chinese_name_and_an_address_of_its_own(wrong, admin, db):
    data = {"name_zh_hans": "土壤", "name_en": "Soil", "name_ru": "", "slug": "soil", **wrong}
    response = admin.post(reverse("wagtailsnippets_topics_topic:add"), data)
    assert response.status_code == 200
    assert not Topic.objects.filter(name_en="Soil").exists()


def test_a_translator_with_the_right_to_topics_writes_their_own_language_only(water):
    person = User.objects.get(username="english")
    person.user_permissions.add(Permission.objects.get(codename="change_topic"))
    client = Client()
    client.force_login(person)
    forged = {"name_en": "Waters", "name_zh_hans": "伪造", "name_ru": "Подделка", "slug": "forged"}
    url = reverse("wagtailsnippets_topics_topic:edit", args=[water.pk])
    client.post(url, offered(client, url) | forged)
    now = Topic.objects.get(pk=water.pk)
    assert (now.name_en, now.name_zh_hans, now.name_ru, now.slug) == (
        "Waters", "水", "Вода", "water",
    )  # fmt: skip


# Topics of a page


def test_an_editor_files_a_page_in_the_form_of_the_chinese(editor, article):
    air = Topic.objects.get(slug="air")
    data = offered(editor, edit_url(article, "zh-hans"))
    count = int(data["topics-TOTAL_FORMS"])
    assert count == 3
    assert data["countries-0-country"] == "RU"
    more = {
        "topics-TOTAL_FORMS": str(count + 1),
        f"topics-{count}-topic": str(air.pk),
        f"topics-{count}-ORDER": str(count + 1),
    }
    send(editor, edit_url(article, "zh-hans"), **more)
    assert [row.topic.slug for row in drafted(article, "zh-hans").topics.all()] == [
        "nature", "water", "cooperation", "air",
    ]  # fmt: skip
    assert fresh(article).topics.count() == 3, "It is a draft."


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_translator_cannot_file_a_page(relation, english_translator, article):
    data = offered(english_translator, edit_url(article))
    assert not [name for name in data if name.split("-")[0] in RELATIONS]
    before = filed(drafted(article, "en"))
    response = send(
        english_translator,
        edit_url(article),
        **{f"{relation}-TOTAL_FORMS": "0", f"{relation}-INITIAL_FORMS": "0"},
    )
    assert response.status_code == 200
    assert filed(drafted(article, "en")) == before


def test_saving_and_publishing_a_translation_leaves_the_rows_alone(publisher, article):
    before = filed(article)
    typed = {unit("title"): "Experts met in Harbin", "action-publish": "1"}
    send(publisher, edit_url(article, "en"), **typed)
    assert fresh(article).title_en == "Experts met in Harbin"
    assert filed(fresh(article)) == before


def test_publishing_a_translation_does_not_publish_the_chinese_drafts_rows(article):
    draft = drafted(article, "zh-hans")
    draft.topics.set([PageTopic(topic=Topic.objects.get(slug="air"))])
    draft.countries.set([])
    draft.save_revision()
    before = filed(fresh(article))
    english = drafted(article, "en")
    english.title_en = "Published beside a draft"
    english.save_revision().publish()
    assert filed(fresh(article)) == before
    assert fresh(article).title_en == "Published beside a draft"
    newest = drafted(article, "zh-hans")
    assert [row.topic.slug for row in newest.topics.all()] == ["air"]
    newest.save_revision().publish()
    assert [row.topic.slug for row in fresh(article).topics.all()] == ["air"]
    assert fresh(article).title_en == "Published beside a draft"


def test_a_copy_is_filed_as_its_original(article):
    copied = article.copy(update_attrs={"slug": "copied"})
    targets = {name: [target for _, target in rows] for name, rows in filed(article).items()}
    assert {
        name: [target for _, target in rows] for name, rows in filed(fresh(copied)).items()
    } == targets


def test_a_draft_survives_the_end_of_its_topic_and_its_department(article, water, visitor):
    Department.objects.get(slug="international-cooperation").delete()
    water.delete()
    draft = drafted(article, "zh-hans")
    assert [row.topic.slug for row in draft.topics.all()] == ["nature", "cooperation"]
    assert list(draft.departments.all()) == []
    assert visitor.get(address(article, "en")).status_code == 200


def test_rows_are_read_with_what_they_refer_to(article, django_assert_num_queries):
    from mep_site.translations.content.rows import load_rows

    page = fresh(article)
    with django_assert_num_queries(1):
        load_rows(page)
        assert [row.topic.name_ru for row in page.topics.all()][:1] == ["Природа"]
        assert [row.department.url_path for row in page.departments.all()]
        assert [row.country.short_name_en for row in page.countries.all()] == ["Russia"]


def test_what_is_named_twice_is_shown_once(article, visitor, water):
    PageTopic.objects.create(page=article, topic=water, sort_order=9)
    PageCountry.objects.create(page=article, country_id="RU", sort_order=9)
    department = article.departments.first().department
    PageDepartment.objects.create(page=article, department=department, sort_order=9)
    html = visitor.get(address(article, authoritative().code)).content
    facts = str(BeautifulSoup(html, "html.parser").select(".facts"))
    for url in ("/topics/water/", "?country=RU", "/departments/international-cooperation/"):
        assert facts.count(url) == 1


@pytest.mark.parametrize(("code", "other"), [("en", "zh-hans"), ("zh-hans", "ru"), ("ru", "en")])
def test_what_a_page_is_filed_under_is_no_passage_of_it(code, other, article, visitor):
    response = visitor.get(f"{address(article, code)}?with={other}")
    assert response.status_code == 200
    assert "/topics/water/" not in response.content.decode()
