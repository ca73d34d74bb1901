"""Where pages of each type may stand, as editors are offered it."""

from bs4 import BeautifulSoup
from wagtail.models import get_page_models

from mep_site.home.models import HomePage

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
