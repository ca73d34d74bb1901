"""How many queries a page may take, whatever it contains.

Warm, everything that a process remembers by the version of what is public is known already. Cold,
the page is the first after a change, and reads the frame of all pages besides.
"""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.models import Member, Milestone, Programme, Quotation
from mep_site.core.models import BasePage
from mep_site.publicstate.triggers import raise_version
from mep_site.translations.languages import languages
from news.models import NewsArticle

from .test_public_pages import PAGE_TYPES, address

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("version_is_kept")]

DETAIL, LIST = 5, 8
# What is read once for each version of what is public: the frame, what a page leads on to, and what
# is counted and named for the filters of a list.
FRAME, LEADING_ON, FILTERS = 16, 14, 7


def budget_of(model: type[BasePage]) -> int:
    """What any page may take, and more where it shows other pages."""
    return LIST if model.is_list or model.allowed_subpage_models() else DETAIL


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("code", [language.code for language in languages()])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_a_page_stays_within_its_budget(model, code, visitor, some):
    page = some(model)
    url = address(page, code)
    budget = budget_of(model)
    cache.clear()
    raise_version()
    cold = queries_of(visitor, url)
    warm = queries_of(visitor, url)
    at_first = budget + FRAME + LEADING_ON + (FILTERS if model.is_list else 0)
    assert (cold <= at_first, warm <= budget) == (True, True), f"cold {cold}, warm {warm}"


def test_more_rows_do_not_mean_more_queries(visitor, some):
    programme = some(Programme)
    url = address(programme, "en")
    queries_of(visitor, url)
    before = queries_of(visitor, url)
    for number in range(40):
        Member.objects.create(programme=programme, country_id="KZ")
        Milestone.objects.create(programme=programme, text_en=f"Event {number}")
        Quotation.objects.create(programme=programme, text_en=f"Words {number}")
    queries_of(visitor, url)
    assert queries_of(visitor, url) == before


def test_what_is_said_of_a_translation_that_is_behind_takes_two_queries(visitor, db):
    article = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    behind, current = address(article, "en"), address(article, "ru")
    queries_of(visitor, behind)
    assert queries_of(visitor, behind) <= queries_of(visitor, current) + 2
    assert queries_of(visitor, f"/en/changes/{article.pk}/") <= DETAIL + 1


# The search has a budget of its own in tests/search: it lists things of every kind.
@pytest.mark.parametrize("url", ["/ru/no-such-page/", "/zh-hans/display/"])
def test_errors_and_settings_are_cheap_too(url, visitor, home):
    with CaptureQueriesContext(connection) as queries:
        visitor.get(url)
    assert len(queries) <= LIST, len(queries)
