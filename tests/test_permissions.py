"""Who may open and change what, checked on the server."""

import pytest
from django.urls import get_resolver, reverse

from departments.models import Department
from mep_site.core.models import BasePage
from news.models import NewsArticle, PolicyIndex

from .admin_forms import edit_url, offered, send, unit
from .test_editing import add_url

pytestmark = pytest.mark.slow

# The way in, and files that every visitor may have.
WITHOUT_SECRETS = {
    "/admin/jsi18n/",
    "/admin/login/",
    "/admin/password_reset/",
    "/admin/password_reset/complete/",
    "/admin/password_reset/done/",
    "/admin/sprite/",
}
UNTOUCHED = ("title_zh_hans", "summary_zh_hans", "date", "slug")
FORGED = {"title_zh_hans": "伪造", "summary_zh_hans": "伪造", "date": "1999", "slug": "forged"}


def latest_draft(page: BasePage) -> BasePage:
    """The page as its newest revision has it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_stranger_is_sent_to_the_login_from_every_page_of_the_admin(visitor, some):
    article = some(NewsArticle)
    opened = []
    for url in admin_addresses(article.pk):
        response = visitor.get(url)
        if response.status_code not in {302, 403, 404, 405} or (
            response.status_code == 302 and "/login" not in response.headers["Location"]
        ):
            opened.append((url, response.status_code))
    assert {url for url, _ in opened} == WITHOUT_SECRETS


def admin_addresses(pk: int) -> list[str]:
    """Every address of the admin that takes no argument, or one page's id."""
    patterns = get_resolver().url_patterns
    admin = next(p for p in patterns if str(p.pattern) == "admin/")
    addresses = []

    def walk(resolver, prefix):
        for pattern in resolver.url_patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern, route)
            else:
                addresses.append(route)

    walk(admin, "/admin/")
    simple = [a.replace("<int:page_id>", str(pk)).replace("<int:pk>", str(pk)) for a in addresses]
    return sorted(a for a in simple if "<" not in a and "(" not in a and "^" not in a)


def test_there_are_many_such_addresses(some):
    assert len(admin_addresses(some(NewsArticle).pk)) > 80


@pytest.mark.asvs("8.2.3", "15.3.1")
@pytest.mark.parametrize("name", ["english_translator", "russian_translator"])
def test_the_form_of_a_translator_holds_their_texts_only(name, some, request):
    data = offered(request.getfixturevalue(name), edit_url(some(NewsArticle)))
    assert {unit("title"), unit("summary"), unit("source")} <= set(data)
    columns = {field.name for field in NewsArticle._meta.concrete_fields}
    # When a text goes live and expires is proposed with each language.
    assert columns & {name.split("-")[0] for name in data} <= {"go_live_at", "expire_at"}


@pytest.mark.asvs("2.2.2", "8.2.3", "15.3.3")
@pytest.mark.parametrize("forged", [*FORGED.items(), ("title_en", "Forged"), ("title", "Forged")])
def test_a_forged_field_of_a_translator_is_an_error_and_changes_nothing(
    forged, russian_translator, some
):
    article = some(NewsArticle)
    before = latest_draft(article).serializable_data()
    response = send(
        russian_translator,
        edit_url(article),
        **{unit("title"): "Новый заголовок", **dict([forged])},
    )
    assert response.status_code == 200
    assert "Новый заголовок" in response.content.decode()
    assert latest_draft(article).serializable_data() == before


ROW_CHANGES = {
    "added": {"divisions-TOTAL_FORMS": "{more}", "divisions-{count}-name_en": "Invented"},
    "removed": {"divisions-0-DELETE": "1"},
    "moved": {"divisions-0-ORDER": "99"},
}


@pytest.mark.parametrize("change", ROW_CHANGES)
def test_a_translator_cannot_change_the_rows_of_a_page(change, english_translator, some):
    department = some(Department)
    names = list(department.divisions.values_list("name_zh_hans", flat=True))
    counts = {"count": len(names), "more": len(names) + 1}
    forged = {k.format(**counts): v.format(**counts) for k, v in ROW_CHANGES[change].items()}
    response = send(english_translator, edit_url(department), **forged)
    draft = latest_draft(department)
    assert response.status_code == 200
    assert [division.name_zh_hans for division in draft.divisions.all()] == names


def test_a_translator_fills_in_the_words_of_a_row(english_translator, some):
    department = some(Department)
    key = department.divisions.first().key
    words = {unit(f"divisions.{key}.name"): "Division of Mills"}
    send(english_translator, edit_url(department), **words)
    draft = latest_draft(department)
    assert draft.divisions.all()[0].name_en == "Division of Mills"
    assert draft.divisions.all()[0].name_zh_hans == department.divisions.first().name_zh_hans


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("name", ["editor", "english_translator", "russian_translator"])
def test_only_a_publisher_publishes(name, some, request, visitor):
    person = request.getfixturevalue(name)
    article = some(NewsArticle)
    before = latest_draft(article).serializable_data()
    response = send(person, edit_url(article), **{"action-publish": "1"})
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("wagtailadmin_home")
    assert latest_draft(article).serializable_data() == before


@pytest.mark.parametrize("code", ["zh-hans", "en", "fr", ""])
def test_a_translator_may_not_open_another_language(code, russian_translator, some):
    url = f"{edit_url(some(NewsArticle))}?language={code or 'zz'}"
    for response in (russian_translator.get(url), russian_translator.post(url, {})):
        assert response.headers["Location"] == reverse("wagtailadmin_home")


def test_a_translator_cannot_create_move_or_delete_pages(english_translator, some):
    article = some(NewsArticle)
    place = (article.path, article.url_path, article.live)
    new_home = PolicyIndex.objects.first()
    for url, data in {
        reverse("wagtailadmin_pages:delete", args=[article.pk]): {},
        reverse("wagtailadmin_pages:unpublish", args=[article.pk]): {},
        reverse("wagtailadmin_pages:move_confirm", args=[article.pk, new_home.pk]): {},
        reverse("wagtailadmin_pages:copy", args=[article.pk]): {
            "new_slug": "copied",
            "new_title": "Copied",
            "new_parent_page": article.get_parent().pk,
        },
        add_url(NewsArticle, article.get_parent()): {"title_en": "Copied", "slug": "copied"},
    }.items():
        english_translator.post(url, data)
    article = NewsArticle.objects.get(pk=article.pk)
    assert (article.path, article.url_path, article.live) == place
    assert not BasePage.objects.filter(slug="copied").exists()


def test_a_translator_cannot_delete_or_move_a_draft_either(english_translator, editor):
    draft = NewsArticle.objects.filter(live=False).first()
    page = reverse("wagtailadmin_pages:delete", args=[draft.pk])
    in_bulk = reverse("wagtail_bulk_action", args=["core", "basepage", "delete"])
    english_translator.post(page)
    english_translator.post(f"{in_bulk}?id={draft.pk}")
    assert NewsArticle.objects.filter(pk=draft.pk).exists()
    editor.post(page)
    assert not NewsArticle.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("name", ["editor", "english_translator"])
def test_settings_and_users_are_the_administrators(name, request, home):
    person = request.getfixturevalue(name)
    site = home.get_site()
    for url in (
        reverse("wagtailsettings:edit", args=["siteconfig", "siteconfiguration", site.pk]),
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_groups:index"),
        reverse("wagtailsites:index"),
    ):
        assert person.get(url).status_code in {302, 403}, url
