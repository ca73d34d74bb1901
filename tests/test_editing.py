"""Pages through the real forms of the admin."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import get_page_models

from departments.models import Department, DepartmentIndex, Leader, LeaderPost
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from news.models import NewsArticle, NewsIndex

from .admin_forms import answer, done, edit_url, errors, offered, send, unit
from .measuring.places import in_every_language

pytestmark = pytest.mark.slow

CREATABLE = [model for model in get_page_models() if model.is_creatable]


def add_url(model: type[BasePage], parent: BasePage) -> str:
    return reverse("wagtailadmin_pages:add", args=[*model._meta.label_lower.split("."), parent.pk])


def make_room(model: type[BasePage]) -> None:
    """Remove the pages that keep another one of this type from being created."""
    if model.max_count or model.max_count_per_parent:
        for page in model.objects.all():
            page.delete()


def required_facts(model: type[BasePage]) -> dict[str, str]:
    """What the form of this type does not do without, as the demo's page has it."""
    example = in_every_language(model)
    fields = [each for each in model._meta.local_concrete_fields if not each.primary_key]
    return {
        field.name: field.value_to_string(example)
        for field in fields
        if field.editable and not field.blank
    }


@pytest.mark.parametrize("model", CREATABLE, ids=lambda model: model._meta.label)
def test_every_page_type_can_be_created_and_is_then_public(model, admin, visitor):
    if model is HomePage:
        parent = BasePage.objects.get(depth=1)
        assert not model.can_create_at(parent), "There is one home page, made by a migration."
        return
    facts = required_facts(model)
    make_room(model)
    parent_models = model.clean_parent_page_models()
    parent = next(p for m in parent_models for p in m.objects.live().order_by("path")[:1])
    response = send(
        admin,
        add_url(model, parent),
        title_zh_hans="测试页面",
        slug="made-by-a-test",
        **facts,
        **{"action-publish": "1"},
    )
    assert response.status_code == 302, errors(response)
    page = model.objects.get(slug="made-by-a-test")
    english = {unit("title"): "A page made by a test", done("title"): "on"}
    response = send(admin, edit_url(page, "en"), **english, **{"action-publish": "1"})
    assert response.status_code == 302, errors(response)
    with_text = visitor.get(f"/en{page.get_url()[len('/zh-hans') :]}")
    assert (with_text.status_code, page.live) == (200, True)
    assert "A page made by a test" in with_text.content.decode()


@pytest.mark.parametrize(
    "model", [m for m in CREATABLE if m is not HomePage], ids=lambda model: model._meta.label
)
def test_no_page_type_may_stand_just_anywhere(model):
    allowed = set(model.clean_parent_page_models())
    assert allowed, "Nobody could create it."
    assert allowed < set(get_page_models())
    for parent in allowed:
        assert model in parent.clean_subpage_models(), f"{parent} would not take it."


def test_an_article_below_a_department_is_refused(admin, some):
    response = admin.get(add_url(NewsArticle, some(Department)))
    assert response.status_code in {302, 403}
    assert not some(Department).get_children().exists()


def test_a_page_needs_a_title_in_some_language_and_keeps_what_was_typed(admin, some):
    response = send(
        admin, add_url(Department, some(DepartmentIndex)), summary_zh_hans="摘要", slug="nameless"
    )
    assert response.status_code == 200
    assert "摘要" in response.content.decode()
    assert not Department.objects.filter(slug="nameless").exists()


def test_a_page_may_begin_in_one_language_only(admin, visitor, some):
    send(
        admin,
        f"{add_url(NewsArticle, some(NewsIndex))}?language=en",
        title_en="Only in English",
        **{"action-publish": "1"},
    )
    article = NewsArticle.objects.get(title_en="Only in English")
    assert article.slug == "only-in-english"
    assert [language.code for language in article.available_languages] == ["en"]


def test_saving_in_one_admin_language_leaves_the_other_texts_alone(admin, some):
    article = some(NewsArticle)
    before = {name: getattr(article, name) for name in ("title_zh_hans", "title_ru")}
    for code in ("zh-hans", "en", "ru"):
        admin.cookies["django_language"] = code
        fixed = {unit("title"): f"Fixed in {code}", "action-publish": "1"}
        answer(admin, send(admin, edit_url(article, "en"), **fixed), "as-they-are")
        article.refresh_from_db()
        assert article.title_en == f"Fixed in {code}"
        assert {name: getattr(article, name) for name in before} == before


def test_what_an_editor_submits_a_publisher_approves(editor, publisher, visitor, some):
    article = some(NewsArticle)
    send(editor, edit_url(article), title_zh_hans="待审标题", **{"action-submit": "1"})
    assert "待审标题" not in visitor.get(article.get_url()).content.decode()
    task = article.current_workflow_task_state
    publisher.post(
        reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", task.pk])
    )
    assert NewsArticle.objects.get(pk=article.pk).title_zh_hans == "待审标题"


def test_a_slug_is_proposed_from_the_chinese_title(admin, some):
    send(admin, add_url(Department, some(DepartmentIndex)), title_zh_hans="重庆督察局")
    assert Department.objects.get(title_zh_hans="重庆督察局").slug == "chong-qing-du-cha-ju"


@pytest.mark.asvs("2.2.3")
def test_a_post_cannot_end_before_it_begins(admin, some):
    leader = some(Leader)
    url = edit_url(leader)
    data = offered(admin, url) | {"posts-0-since": "2018-03", "posts-0-until": "2017"}
    response = admin.post(url, {**data, "action-publish": "1"})
    assert response.status_code == 200
    assert errors(response)
    assert not LeaderPost.objects.filter(until="2017", since="2018-03").exists()


def test_every_field_an_editor_may_wonder_about_has_a_help_text():
    asked_about = {
        ("core.BasePage", "summary"),
        ("core.ContactPoint", "telephone"),
        ("departments.Division", "alternative_name"),
        ("departments.LeaderPost", "until"),
        ("news.NewsArticle", "date"),
        ("news.PolicyArticle", "document_number"),
        ("cooperation.WorkingGroup", "sessions_as_of"),
        ("cooperation.Member", "country"),
        ("cooperation.Quotation", "speaker"),
    }
    for label, name in asked_about:
        assert apps.get_model(label)._meta.get_field(name).help_text, f"{label}.{name}"


def test_every_page_type_says_what_it_is_for():
    for model in CREATABLE:
        assert model.page_description, model._meta.label


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("editor", "生态环境部"),
        ("english_translator", "Ministry of Ecology"),
        ("russian_translator", "Министерство экологии"),
    ],
)
def test_the_admin_greets_with_the_name_of_the_site(name, words, request):
    html = request.getfixturevalue(name).get("/admin/").content.decode()
    assert words in html
    assert "- Wagtail</title>" not in html
