"""10³ stays 10³ and CO₂ stays CO₂ wherever a text has no markup."""

import pytest
from django.urls import reverse

from mep_site.search.analysis.folding import fold
from mep_site.search.analysis.index_terms import index_terms
from mep_site.translations.freshness.diff import plain_text
from mep_site.translations.languages import authoritative
from news.models import NewsArticle

from .test_public_pages import address, read

PARAGRAPH = "<p>每立方米 10<sup>3</sup> 个，CO<sub>2</sub> 下降。</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("10<sup>3</sup>", "10³"),
        ("10<sup>−12</sup>", "10⁻¹²"),
        ("10<sup><b>3</b></sup> m<sup>2</sup>", "10³ m²"),
        ("CO<sub>2</sub>, PM<sub>2.5</sub>", "CO₂, PM₂.₅"),
        ("NO<sub>x</sub>, x<sup>n</sup>", "NOₓ, xⁿ"),
        ("SO<sub>4</sub><sup>2−</sup>", "SO₄²⁻"),
        ("Na<sup>+</sup>", "Na⁺"),
        ("2<sup>y</sup>, k<sub>Б</sub>", "2^(y), k_(Б)"),
        ("1<sup>st</sup>, text<sup>[1]</sup>, Name<sup>TM</sup>", "1st, text[1], Name™"),
        ("a<sup>&lt;b&gt;</sup>", "a^(<b>)"),
        ("水<sup>注</sup>", "水注"),
    ],
)
def test_plain_text_raises_and_lowers_with_characters(html, expected):
    assert plain_text(f"<p>{html}</p>") == expected


@pytest.mark.parametrize("query", ["10³", "10 3", "10^3", "10^3 个"])
def test_an_exponent_is_a_term_of_its_own(query):
    assert index_terms(query)[:2] == ["10", "3"]
    assert "103" not in index_terms(query)


@pytest.mark.parametrize("written", ["CO₂", "CO2", "co2", "ＣＯ２"])
def test_the_forms_of_a_formula_are_one_to_the_search(written):
    assert index_terms(written) == ["co", "2"]
    assert index_terms(fold(written)) == index_terms(written)


@pytest.fixture
def article(some):
    article = some(NewsArticle)
    article.body_zh_hans = [{"type": "paragraph", "value": PARAGRAPH}]
    article.save_revision().publish()
    return article


def test_a_visitor_reads_it(visitor, article):
    page = read(visitor, article, "zh-hans")
    assert [tag.get_text() for tag in page.select("main sup, main sub")] == ["3", "2"]


@pytest.mark.parametrize("query", ["CO2 下降", "CO₂ 下降", "10³ 个", "10 3 下降"])
def test_a_visitor_finds_it_and_reads_it_in_the_result(visitor, article, query):
    found = visitor.get("/zh-hans/search/", {"q": query})
    text = found.content.decode()
    assert address(article, "zh-hans") in text
    plain = plain_text(text)
    assert "10³" in plain
    assert "CO₂" in plain


def test_a_lost_exponent_shows_in_the_comparison_of_versions(publisher, article):
    before = article.latest_revision
    article.body_zh_hans[0].value.source = PARAGRAPH.replace("<sup>3</sup>", "3")
    article.edition_language = authoritative()
    after = article.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, before.pk, after.pk])
    shown = publisher.get(url).content.decode()
    assert "10³" in shown
    assert "103" in shown
