"""Page types: where their pages may stand, and what the system checks say of what one lacks."""

import sys
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.core.checks import CheckMessage
from django.utils.translation import gettext_lazy
from modeltranslation.translator import translator
from wagtail.models import get_page_models

from mep_site.core.checks import check_page_types
from mep_site.core.models import BasePage
from mep_site.demo.checks import check_outlines
from mep_site.demo.content import HOME
from mep_site.home.models import HomePage
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from news.models import Activity, NewsArticle, NewsIndex

IN_SECTIONS = {
    "cooperation.CooperationIndex",
    "departments.DepartmentIndex",
    "departments.InstitutionIndex",
    "departments.LeaderIndex",
    "news.ActivityOverview",
    "news.NewsIndex",
    "news.PolicyIndex",
    "pages.SectionPage",
    "pages.StandardPage",
}
BELOW = {
    "core.BasePage": {"core.BasePage", "home.HomePage"},
    "home.HomePage": {*IN_SECTIONS, "pages.ContactPage", "pages.SiteMapPage"},
    "pages.SectionPage": IN_SECTIONS,
    "pages.StandardPage": set(),
    "pages.ContactPage": set(),
    "pages.SiteMapPage": set(),
    "cooperation.CooperationIndex": {"cooperation.Programme"},
    "cooperation.Programme": set(),
    "departments.DepartmentIndex": {"departments.Department"},
    "departments.Department": set(),
    "departments.InstitutionIndex": {"departments.Institution"},
    "departments.Institution": set(),
    "departments.LeaderIndex": {"departments.Leader"},
    "departments.Leader": {"news.ActivityIndex"},
    "news.ActivityIndex": {"news.Activity"},
    "news.Activity": set(),
    "news.ActivityOverview": set(),
    "news.NewsIndex": {"news.NewsArticle"},
    "news.NewsArticle": set(),
    "news.PolicyIndex": {"news.PolicyArticle"},
    "news.PolicyArticle": set(),
}


def labels(models) -> set[str]:
    return {model._meta.label for model in models}


def test_each_page_type_admits_those_below_it_that_it_always_did():
    """Those of a page type that is added later are its own concern."""
    found = {model._meta.label: model.allowed_subpage_models() for model in get_page_models()}
    assert {label: labels(found[label]) & BELOW.keys() for label in BELOW} == BELOW


def test_an_editor_is_offered_what_may_stand_below_a_page(admin, home):
    html = BeautifulSoup(admin.get(f"/admin/pages/{home.pk}/add_subpage/").content, "html.parser")
    offered = {link["href"] for link in html.select('a[href^="/admin/pages/add/"]')}
    expected = {
        f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{home.pk}/"
        for model in HomePage.creatable_subpage_models()
        if model.can_create_at(home)
    }
    assert {address.partition("?")[0] for address in offered} == expected
    assert "/admin/pages/add/core/basepage" not in str(html)


# What the system checks name


def faults() -> list[CheckMessage]:
    return [*check_page_types(), *check_outlines()]


def leave_out_the_registration(monkeypatch):
    others = [model for model in translator.get_registered_models() if model is not NewsArticle]
    monkeypatch.setattr(translator, "get_registered_models", lambda: others)


def leave_out_the_form(monkeypatch):
    monkeypatch.setattr(NewsArticle, "edit_handler", None)


def forget_to_register_a_text(monkeypatch):
    tabs = page_tabs(texts=[*NewsArticle.text_fields, "motto"], facts=NewsArticle.fact_panels)
    monkeypatch.setattr(NewsArticle, "edit_handler", tabs)


def leave_a_fact_out_of_the_form(monkeypatch):
    tabs = page_tabs(texts=NewsArticle.text_fields, facts=[fact("image")])
    monkeypatch.setattr(NewsArticle, "edit_handler", tabs)


def leave_out_the_name(monkeypatch):
    monkeypatch.setattr(NewsArticle._meta, "verbose_name_plural", "news articles")


def leave_out_the_description(monkeypatch):
    monkeypatch.setattr(NewsArticle, "page_description", "")


def leave_a_field_without_a_name(monkeypatch):
    monkeypatch.setattr(NewsArticle._meta.get_field("date"), "verbose_name", "date")


def leave_out_the_parents(monkeypatch):
    monkeypatch.setattr(NewsArticle, "parent_page_types", BasePage.parent_page_types)


def name_parents_that_admit_nothing(monkeypatch):
    monkeypatch.setattr(NewsArticle, "allowed_parent_page_models", list)


def let_a_second_type_stand_below_the_index(monkeypatch):
    monkeypatch.setattr(NewsIndex, "allowed_subpage_models", lambda: [NewsArticle, Activity])


def leave_out_the_template(monkeypatch):
    monkeypatch.setattr(NewsArticle, "template", "news/unwritten.html")


def leave_out_the_migration(monkeypatch):
    monkeypatch.setattr(NewsArticle._meta, "model_name", "newarticle")


def leave_a_word_untranslated(monkeypatch):
    monkeypatch.setattr(NewsArticle, "page_description", gettext_lazy("Said by nobody yet."))


def leave_out_the_example(monkeypatch):
    without_news = tuple(each for each in HOME.children if each.model is not NewsIndex)
    monkeypatch.setattr("mep_site.demo.checks.HOME", replace(HOME, children=without_news))


@pytest.mark.parametrize(
    ("leave_out", "named", "remedy"),
    [
        (leave_out_the_registration, "core.E001", "news/translation.py"),
        (leave_out_the_form, "core.E002", "page_tabs("),
        (forget_to_register_a_text, "core.E003", "'motto'"),
        (leave_a_fact_out_of_the_form, "core.E004", "fact('date')"),
        (leave_out_the_name, "core.W001", "Meta.verbose_name_plural"),
        (leave_out_the_description, "core.W001", "page_description"),
        (leave_a_field_without_a_name, "core.W001", "'date'"),
        (leave_out_the_parents, "core.W002", "parent_page_types"),
        (name_parents_that_admit_nothing, "core.W003", "parent_page_types"),
        (let_a_second_type_stand_below_the_index, "core.W004", "news.Activity"),
        (leave_out_the_template, "core.W005", "templates/news/unwritten.html"),
        (leave_out_the_migration, "core.W006", "makemigrations news"),
        (leave_a_word_untranslated, "core.W007", "locale/ru/LC_MESSAGES/django.po"),
        (leave_out_the_example, "demo.W001", "mep_site/demo/content"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_checks_name_what_a_page_type_lacks_and_the_remedy(
    leave_out, named, remedy, monkeypatch
):
    leave_out(monkeypatch)
    found = [fault for fault in faults() if fault.id == named]
    assert {fault.obj for fault in found} & {NewsArticle, NewsIndex}
    assert any(remedy in f"{fault.msg} {fault.hint}" for fault in found)


def test_the_checks_name_a_module_of_models_that_nothing_imports(monkeypatch):
    monkeypatch.delitem(sys.modules, "news.models.policy")
    (fault,) = faults()
    assert (fault.id, fault.obj.label) == ("core.W008", "news")
    assert "news/models/__init__.py" in fault.hint


def test_the_page_types_of_the_site_lack_nothing():
    assert faults() == []
