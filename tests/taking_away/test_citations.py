"""Citations of the demo's pages."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from mep_site.citation.formats import FORMATS
from news.models import NewsArticle
from tests.measuring.places import CODES, PAGE_TYPES, address, in_every_language
from tests.shown import show

MADE = ("/{}/cite/{}/", "/{}/cite/{}.bib", "/{}/cite/{}.ris", "/{}/code/{}.svg", "/{}/pdf/{}/")


def citations(client, code: str, key: int) -> dict[str, str]:
    html = BeautifulSoup(client.get(f"/{code}/cite/{key}/").content, "html.parser")
    return {
        each.h2["id"]: each.select_one("pre, [lang]").get_text()
        for each in html.select(".citation")
    }


@pytest.fixture
def article(db) -> NewsArticle:
    return in_every_language(NewsArticle)


@pytest.mark.parametrize(
    ("code", "first"), [("zh-hans", "gbt7714"), ("en", "iso690"), ("ru", "gost")]
)
def test_a_text_is_quoted_in_every_format_that_of_its_language_first(code, first, visitor, article):
    found = citations(visitor, code, article.pk)
    assert next(iter(found)) == first
    assert found.keys() == {each.key for each in FORMATS}
    title = getattr(article, f"title_{code.replace('-', '_')}")
    for text in found.values():
        assert title in text
        assert f"http://testserver{address(article, code)}" in text
        assert "2014" in text


@pytest.mark.parametrize("code", CODES)
def test_every_text_leads_to_its_citations_and_its_pdf_and_no_list_does(code, db):
    for model in PAGE_TYPES:
        shown = show(model, code)
        links = {link["href"] for link in shown.html.select(".page-tools a")}
        kept = {f"/{code}/cite/{shown.page.pk}/", f"/{code}/pdf/{shown.page.pk}/"}
        is_text = shown.page.page_kind.name == "CONTENT"
        assert links == (kept if is_text else set()), model
        alternate = shown.html.select_one('link[type="application/pdf"]')
        assert bool(alternate) == is_text
        assert shown.html.select_one(".origin img")["src"] == f"/{code}/code/{shown.page.pk}.svg"


def test_programs_get_files_in_utf_8(visitor, article):
    for ending, kind in (("bib", "x-bibtex"), ("ris", "x-research-info-systems")):
        answer = visitor.get(f"/ru/cite/{article.pk}.{ending}")
        assert answer["Content-Type"] == f"application/{kind}; charset=utf-8"
        name = f"{article.slug}-{article.pk}-ru.{ending}"
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer["X-Robots-Tag"] == "noindex"
        assert article.title_ru in answer.content.decode()
    assert visitor.get(f"/ru/cite/{article.pk}.pdf").status_code == 404


def test_the_day_of_access_is_the_site_s_own(visitor, article, monkeypatch):
    """It is tomorrow in Beijing while Greenwich has today."""
    late = datetime(2026, 11, 28, 20, 0, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: late)
    assert "[viewed 2026-11-29]" in citations(visitor, "en", article.pk)["iso690"]


@pytest.mark.parametrize("made", MADE)
def test_nothing_is_made_of_what_not_everybody_may_read(made, visitor, admin, article):
    restriction = PageViewRestriction.objects.create(page=article, restriction_type="login")
    for client in (visitor, admin):
        assert client.get(made.format("en", article.pk)).status_code == 404
    restriction.delete()
    article.unpublish()
    assert visitor.get(made.format("en", article.pk)).status_code == 404


@pytest.mark.parametrize("made", MADE)
def test_nothing_is_made_of_a_text_that_there_is_not(made, visitor, db):
    pages = NewsArticle.objects.published()
    page = next(each for each in pages if len(each.live_languages) == 1)
    assert visitor.get(made.format("en", page.pk)).status_code == 404
    assert visitor.get(made.format("en", 10**12)).status_code == 404


def test_what_is_restricted_offers_nothing_to_take_away(admin, article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    html = admin.get(address(article, "en")).content.decode()
    assert "Report an error on this page" in html
    assert "page-tools" not in html
    assert "/code/" not in html


def test_citations_are_not_for_search_engines(visitor, article):
    html = visitor.get(f"/en/cite/{article.pk}/").content.decode()
    assert '<meta name="robots" content="noindex">' in html
