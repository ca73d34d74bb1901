"""What machines are told of a page: alternates, Open Graph, schema.org, the government's tags."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings
from django.utils import timezone, translation

from cooperation.models import Programme
from departments.models import Department, Institution, Leader
from mep_site.core.facts.site_columns import PageKind, SiteColumnType
from mep_site.core.loading.page_pictures import SHARING_SPEC
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.metadata.templatetags.metadata import _as_json
from mep_site.pages.models import StandardPage
from mep_site.siteconfig.models import SiteColumn, SiteConfiguration
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition
from news.models import Activity, ActivityIndex, NewsArticle, NewsIndex, PolicyArticle

from .shown import show
from .test_public_pages import CODES, PAGE_TYPES, address, read

HOST = "http://testserver"
TYPES_OF_THE_RULE = [
    *("概况信息", "机构职能", "负责人信息", "工作动态"),
    *("政策文件", "信息公开指南", "信息公开目录", "信息公开年报"),
    *("依申请公开", "数据发布", "数据开放", "政策解读"),
    *("回应关切", "办事服务", "咨询投诉", "征集调查"),
    *("在线访谈",),
]
SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
REQUIRED_OF_TEXTS = {"ArticleTitle", "PubDate", "ContentSource"}
OPTIONAL = {"Keywords", "Author", "Description", "Image", "Url"}
ALL = SITE | COLUMN | REQUIRED_OF_TEXTS | OPTIONAL
OTHER_SCRIPTS = {
    "en": "[\u0400-\u04ff\u4e00-\u9fff]",
    "ru": "[\u4e00-\u9fff]",
    "zh-hans": "[\u0400-\u04ff]",
}

every_page_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda m: m._meta.label)
every_language = pytest.mark.parametrize("code", CODES)


@pytest.fixture
def registered(home) -> SiteConfiguration:
    """The settings of a site that has all its numbers."""
    configuration = SiteConfiguration.objects.get()
    configuration.site_id_code, configuration.site_domain = "bm00000000", "www.example.gov.cn"
    configuration.save()
    return configuration


def government(html: BeautifulSoup) -> dict[str, str]:
    """The tags of the rule, each of which may stand there once."""
    found = [(m["name"], m["content"]) for m in html.select("meta[name]") if m["name"] in ALL]
    assert len(found) == len(dict(found))
    return dict(found)


def properties(html: BeautifulSoup) -> dict[str, list[str]]:
    """The properties of Open Graph."""
    found: dict[str, list[str]] = {}
    for meta in html.select("meta[property]"):
        found.setdefault(meta["property"], []).append(meta["content"])
    return found


def nodes(html: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """The nodes of the graph by type."""
    (script,) = html.select('script[type="application/ld+json"]')
    described = json.loads(script.string)
    assert described["@context"] == "https://schema.org"
    return {node["@type"]: node for node in described["@graph"]}


def alternates(html: BeautifulSoup) -> dict[str, str]:
    """The addresses by language."""
    links = html.select('link[rel="alternate"][hreflang]')
    return {link["hreflang"]: link["href"] for link in links}


def canonical(html: BeautifulSoup) -> str:
    (link,) = html.select('link[rel="canonical"]')
    return link["href"]


def values(node: Any):
    """All strings in a description, with the property that holds them."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from (
                (name, text) if held == "" else (held, text) for held, text in values(value)
            )
    elif isinstance(node, list):
        for value in node:
            yield from values(value)
    else:
        yield "", node


def withdraw(page: BasePage, code: str) -> None:
    Edition.objects.filter(page=page, language=code).update(
        state=Edition.State.WITHDRAWN, withdrawn_at=timezone.now()
    )


# Alternates and the canonical address


@every_language
@pytest.mark.parametrize("model", [HomePage, NewsIndex, Programme])
def test_alternates_are_the_live_editions(model, code, visitor, some):
    page = some(model)
    withdraw(page, "ru" if code != "ru" else "en")
    html = read(visitor, page, code)
    live = {language.tag: HOST + address(page, language.code) for language in page.live_languages}
    assert len(live) == 2
    assert alternates(html) == {**live, "x-default": HOST + address(page, "zh-hans")}
    assert canonical(html) == HOST + address(page, code)


def test_without_chinese_the_first_language_is_the_default(visitor, some):
    article = some(NewsArticle)
    withdraw(article, "zh-hans")
    found = alternates(read(visitor, article, "ru"))
    assert set(found) == {"en", "ru", "x-default"}
    assert found["x-default"] == HOST + address(article, "en")


def test_a_later_page_of_a_list_stands_for_itself(visitor, some, monkeypatch):
    monkeypatch.setattr(NewsIndex, "entries_per_page", 2)
    index = some(NewsIndex)
    url = address(index, "en")
    for query, own, has_counterparts in (("?page=2", "?page=2", False), ("?page=1", "", True)):
        html = BeautifulSoup(visitor.get(url + query).content, "html.parser")
        assert canonical(html) == HOST + url + own
        assert bool(alternates(html)) is has_counterparts
    html = BeautifulSoup(visitor.get(url + "?with=zh-hans").content, "html.parser")
    assert (canonical(html), alternates(html)) == (HOST + url, {})


@pytest.mark.parametrize("path", ["/en/search/?q=water", "/en/no-such-page/", "/ru/changes/{}/"])
def test_what_is_no_page_claims_to_be_none(path, visitor, some, registered):
    html = BeautifulSoup(visitor.get(path.format(some(NewsArticle).pk)).content, "html.parser")
    assert not html.select('link[rel="canonical"], link[hreflang]:not([rel="dcterms.source"])')
    assert not html.select('meta[property], script[type="application/ld+json"]')
    assert set(government(html)) == SITE


def test_a_notice_of_a_missing_text_names_no_alternates(visitor, some):
    article = some(NewsArticle)
    withdraw(article, "ru")
    html = read(visitor, article, "ru")
    assert not html.select('link[rel="canonical"], link[rel="alternate"], meta[property]')
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"


@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_addresses_have_the_scheme_that_the_proxy_names(some):
    behind_proxy = Client(headers={"x-forwarded-proto": "https"})
    html = read(behind_proxy, some(NewsArticle), "en")
    told = [canonical(html), *alternates(html).values(), *properties(html)["og:image"]]
    assert {url.split("//")[0] for url in told} == {"https:"}
    assert b"http://testserver" not in behind_proxy.get("/sitemap.xml").content


# Open Graph


@pytest.mark.slow
@every_language
@every_page_type
def test_open_graph_is_complete(model, code, db):
    page, html = show(model, code).page, show(model, code).html
    found = properties(html)
    language = get_language(code)
    assert found["og:title"] == [getattr(page, language.column("title"))]
    assert found["og:url"] == [canonical(html)]
    assert len(found["og:locale"]) == 1
    assert len(found["og:locale:alternate"]) == 2
    assert found["og:site_name"] == [
        getattr(SiteConfiguration.objects.get(), language.column("site_name"))
    ]
    for name in ("og:type", "og:image", "og:image:width", "og:image:height", "og:image:alt"):
        assert len(found[name]) == 1
        assert found[name][0]
    assert found["og:image"][0].startswith(HOST)
    texts = " ".join(found["og:title"] + found["og:image:alt"] + found.get("og:description", []))
    assert not re.search(OTHER_SCRIPTS[code], texts)


def test_an_article_is_shared_with_its_own_picture_and_dates(visitor, home):
    article = NewsArticle.objects.published().exclude(image=None).exclude(date="").first()
    found = properties(read(visitor, article, "en"))
    cut = article.image.get_rendition(SHARING_SPEC)
    assert found["og:image"] == [HOST + cut.url]
    assert found["og:image:alt"] == [article.image.description_en]
    assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["630"])
    assert found["article:published_time"] == [str(article.date)]
    edition = article.edition_in(get_language("en"))
    assert found["article:modified_time"] == [
        timezone.localtime(edition.first_published_at).isoformat(timespec="seconds")
    ]


# schema.org


@every_language
@every_page_type
def test_a_page_is_described_in_its_language_without_gaps(model, code, db):
    page, found = show(model, code).page, nodes(show(model, code).html)
    page_node = found[page.web_page_type]
    assert page_node["inLanguage"] == get_language(code).tag
    assert page_node["url"] == HOST + address(page, code)
    assert page_node["isPartOf"]["@id"] == found["WebSite"]["@id"]
    for value in values(found):
        assert value not in (None, "", [], {})
        assert not re.search(OTHER_SCRIPTS[code], str(value)), value
    if isinstance(page, HomePage):
        assert "BreadcrumbList" not in found
        assert found["GovernmentOrganization"]["logo"]["url"].startswith(HOST)
    else:
        steps = found["BreadcrumbList"]["itemListElement"]
        above = [each for each in page.get_ancestors() if each.depth > 1]
        assert [step["item"] for step in steps] == [
            HOST + address(each, code) for each in [*above, page]
        ]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))


@pytest.mark.parametrize(
    ("model", "kind"),
    [(NewsArticle, "NewsArticle"), (Activity, "NewsArticle"), (PolicyArticle, "Article")],
)
def test_an_article_says_when_by_whom_and_of_what_it_is_a_translation(model, kind, visitor, some):
    page = some(model)
    chinese, russian = (nodes(read(visitor, page, code))[kind] for code in ("zh-hans", "ru"))
    assert russian["headline"] == page.title_ru
    assert russian.get("datePublished", "") == str(page.date or "")
    assert russian["dateModified"]
    assert russian["publisher"]["@id"].endswith("/ru/#ministry")
    assert russian["translationOfWork"]["@id"] == chinese["@id"]
    assert russian["@id"] in [work["@id"] for work in chinese["workTranslation"]]
    assert "translationOfWork" not in chinese


def test_a_date_is_told_as_far_as_it_is_known(visitor, some):
    article = some(NewsArticle)
    first = article.edition_in(get_language("en")).first_published_at
    that_day = timezone.localdate(first)
    minute = timezone.localtime(first).strftime("%Y-%m-%d %H:%M")
    for date, told in (
        ("2014", "2014"),
        ("2014-06", "2014-06"),
        (str(that_day), minute),
        ("", None),
    ):
        NewsArticle.objects.filter(pk=article.pk).update(date=date)
        html = read(visitor, article, "en")
        assert government(html).get("PubDate") == told
        published = nodes(html)["NewsArticle"].get("datePublished")
        assert (published or "")[:10] == (told or "")[:10]


def test_a_leader_is_a_person_with_the_posts_held_now(visitor, some):
    leader = some(Leader)
    post = leader.posts.first()
    person = nodes(read(visitor, leader, "ru"))["Person"]
    assert person["name"] == leader.title_ru
    assert post.name_ru in person["jobTitle"]
    assert person["worksFor"]["@id"].endswith("/ru/#ministry")
    leader.posts.update(until="2019")
    person = nodes(read(visitor, leader, "ru"))["Person"]
    assert "jobTitle" not in person
    assert "worksFor" not in person


def test_a_department_belongs_to_the_ministry(visitor, some):
    department = some(Department)
    described = main_entity(visitor, department)
    assert described["@type"] == "GovernmentOrganization"
    assert described["name"] == department.title_en
    assert described["parentOrganization"] == {"@id": f"{HOST}/en/#ministry"}


def main_entity(visitor: Client, page: BasePage) -> dict[str, Any]:
    html = read(visitor, page, "en")
    graph = json.loads(html.select_one('script[type="application/ld+json"]').string)["@graph"]
    return next(node for node in graph if node["@id"].endswith("#main"))


def test_only_a_certain_number_is_told(visitor, some):
    institution = some(Institution)
    told = set()
    for number in ("+86-10-82268232", "+86-10-82268232/8259", "82636213"):
        institution.contact_points.update(telephone=number, fax="", email="")
        points = main_entity(visitor, institution).get("contactPoint", [])
        told |= {point["telephone"] for point in points}
    assert told == {"+86-10-82268232"}


def test_an_institution_names_the_authority_above_it(visitor, some):
    institution = some(Institution)
    Institution.objects.filter(pk=institution.pk).update(supervisor_en="Bureau of Rivers")
    assert main_entity(visitor, institution)["parentOrganization"]["name"] == "Bureau of Rivers"
    Institution.objects.filter(pk=institution.pk).update(supervisor_en="")
    assert "parentOrganization" not in main_entity(visitor, institution), "It is named in Chinese."


def test_a_programme_is_a_project(visitor, some):
    described = main_entity(visitor, some(Programme))
    assert described["@type"] == "Project"
    assert described["name"] == some(Programme).title_en


@pytest.mark.asvs("1.1.2", "1.2.3")
def test_no_text_ends_the_data_block(visitor, some):
    article = some(NewsArticle)
    title = "</script><script>alert(1)</script> & <!--"
    NewsArticle.objects.filter(pk=article.pk).update(title_en=title)
    response = visitor.get(address(article, "en"))
    assert b"<script>" not in response.content
    assert nodes(BeautifulSoup(response.content, "html.parser"))["NewsArticle"]["headline"] == title
    assert json.loads(_as_json({"a": title})) == {"a": title}


# The tags of Chinese government sites


@pytest.mark.slow
@every_language
@every_page_type
def test_a_page_carries_the_tags_of_its_kind(model, code, visitor, some, registered):
    page = some(model)
    found = government(read(visitor, page, code))
    if page.page_kind == PageKind.HOME:
        assert set(found) == SITE
    elif page.page_kind == PageKind.SITE_COLUMN:
        assert SITE <= set(found) <= SITE | COLUMN
        assert found["ColumnName"] == getattr(page, get_language(code).column("title"))
    else:
        assert {"ColumnName", "ArticleTitle", "ContentSource", "Url"} <= set(found)
        assert found["ArticleTitle"] == getattr(page, get_language(code).column("title"))
        assert found["Url"] == HOST + address(page, code)
    assert found["SiteIDCode"] == "bm00000000"
    for value in found.values():
        assert value.strip().lower() not in {"", "none", "null"}
        assert value.startswith("http") or not re.search(OTHER_SCRIPTS[code], value)


@every_language
def test_the_topics_of_a_text_are_its_keywords(code, visitor, db):
    filed = NewsArticle.objects.published().exclude(topics=None)
    article = filed.in_language(get_language(code)).first()
    names = [getattr(row.topic, get_language(code).column("name")) for row in article.topics.all()]
    assert government(read(visitor, article, code))["Keywords"] == ",".join(names)


def test_the_rule_counts_three_seven_and_ten(visitor, some, registered):
    required = SITE | COLUMN | REQUIRED_OF_TEXTS
    article = NewsArticle.objects.published().exclude(date="").first()
    for page, count in ((HomePage.objects.get(), 3), (some(NewsIndex), 7), (article, 10)):
        assert len(set(government(read(visitor, page, "zh-hans"))) & required) == count


@pytest.mark.parametrize("model", [m for m in PAGE_TYPES if m.page_kind == PageKind.SITE_COLUMN])
def test_the_demo_fills_in_the_tags_of_every_column(model, db):
    for code in CODES:
        assert set(government(show(model, code).html)) == SITE | COLUMN


def test_what_is_not_filled_in_is_not_there(visitor, some, home):
    SiteConfiguration.objects.update(site_name_ru="", site_id_code="", site_domain="")
    SiteColumn.objects.all().delete()
    article = some(NewsArticle)
    NewsArticle.objects.filter(pk=article.pk).update(
        date="", byline_ru="", source_zh_hans="", source_en="", source_ru="", image=None
    )
    found = government(read(visitor, article, "ru"))
    assert not set(found) & (
        SITE | {"ColumnKeywords", "PubDate", "ContentSource", "Author", "Image"}
    )


def test_the_source_is_the_site_unless_another_is_named(visitor, some):
    article = some(NewsArticle)

    def source(**columns):
        sources = {"source_zh_hans": "", "source_en": "", "source_ru": ""} | columns
        NewsArticle.objects.filter(pk=article.pk).update(**sources)
        return government(read(visitor, article, "en")).get("ContentSource")

    assert source() == SiteConfiguration.objects.get().site_name_en
    assert source(source_en="Xinhua") == "Xinhua"
    assert source(source_zh_hans="新华社") is None


def test_the_settings_say_what_type_a_column_is(visitor, some):
    index = some(NewsIndex)
    assert government(read(visitor, index, "zh-hans"))["ColumnType"] == "工作动态"
    SiteColumn.objects.filter(page=index).update(type=SiteColumnType.DATA, keywords_en="air, water")
    found = government(read(visitor, index, "en"))
    assert (found["ColumnType"], found["ColumnKeywords"]) == ("Data releases", "air, water")


def test_a_text_belongs_to_the_nearest_column(visitor, some):
    activity = some(Activity)
    index = activity.get_parent().specific
    assert isinstance(index, ActivityIndex)
    assert government(read(visitor, activity, "en"))["ColumnName"] == index.title_en
    statement = StandardPage.objects.get(slug="statement")
    assert government(read(visitor, statement, "en"))["ColumnName"] == statement.title_en


def test_types_of_column_bear_the_names_of_the_rule():
    with translation.override("zh-hans"):
        assert [str(kind.label) for kind in SiteColumnType] == TYPES_OF_THE_RULE


def test_the_code_and_the_domain_are_checked(registered):
    registered.site_id_code, registered.site_domain = "bm01", "https://www.example.gov.cn/"
    with pytest.raises(Exception, match="site_id_code") as refusal:
        registered.full_clean()
    assert set(refusal.value.message_dict) >= {"site_id_code", "site_domain"}


def test_a_preview_tells_machines_nothing(rf, some):
    article = some(NewsArticle)
    html = article.make_preview_request(rf.get("/"), article.preview_modes[0][0]).content.decode()
    assert "ld+json" not in html
    assert "og:url" not in html


def test_a_page_that_was_updated_says_when(visitor, some):
    article = some(NewsArticle)
    moment = timezone.now() + timedelta(days=1)
    Edition.objects.filter(page=article, language="en").update(updated_at=moment)
    told = {
        code: nodes(read(visitor, article, code))["NewsArticle"]["dateModified"]
        for code in ("en", "ru")
    }
    assert told["en"] > told["ru"]
