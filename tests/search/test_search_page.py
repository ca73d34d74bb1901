"""What a visitor who searches is shown."""

import re
from datetime import timedelta
from itertools import cycle

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction, Site

from cooperation.models import Programme
from departments.models import Leader
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.search import views
from mep_site.search.answers import finding
from mep_site.search.models import Pick, SearchCount, Term
from mep_site.search.models.counts import count_search
from mep_site.translations.languages import get_language, languages
from mep_site.translations.models import Edition
from news.models import Activity, PolicyArticle, PolicyIndex

from .pages import published

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
CODES = [language.code for language in languages()]
BUDGET = 28


@pytest.fixture
def search(visitor):
    """The search page as a visitor sees it."""

    def look(code, **parameters):
        response = visitor.get(f"/{code}/search/", parameters)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return look


def words(element):
    return " ".join(element.get_text().split())


def titles(page):
    return [words(heading) for heading in page.select("main ol.entries h3")]


def own_titles(page):
    main = page.select_one("main > ol.entries")
    return [words(heading) for heading in main.select("h3")] if main else []


@pytest.mark.parametrize(
    ("code", "query", "title"),
    [
        ("zh-hans", "水獭", "长江水獭归来"),
        ("zh-hans", "長江", "长江水獭归来"),
        ("en", "otter", "Otters return"),
        ("ru", "выдры", "Выдра вернулась"),
    ],
)
def test_a_page_is_found_in_the_language_of_the_visitor(code, query, title, search):
    published(title_zh_hans="长江水獭归来", title_en="Otters return", title_ru="Выдра вернулась")
    assert own_titles(search(code, q=query)) == [title]


@pytest.mark.asvs("1.2.9")
def test_what_is_quoted_is_no_pattern(search):
    published(title_en="Rivers (c.t.) in 2019", title_ru="Реки", title_zh_hans="河流")
    assert own_titles(search("en", q='"rivers (c.t.)"')) == ["Rivers (c.t.) in 2019"]
    for pattern in ('"rivers (c.t.|x)"', '"rivers .*"', '"rivers (cct.)"', '"rivers (c[.]t.)"'):
        assert own_titles(search("en", q=pattern)) == [], pattern


@pytest.mark.asvs("1.2.1")
def test_found_words_are_marked_and_everything_is_escaped(search):
    published(title_en="<b>Otters</b> return", summary_en="An otter & its <i>river</i>.")
    page = search("en", q="otter")
    entry = page.select_one("main ol.entries li")
    assert [mark.text for mark in entry.select("mark")] == ["Otters", "otter"]
    assert not entry.select("b, i")
    assert "An otter & its <i>river</i>." in entry.text


def test_lines_that_are_no_sentences_are_divided_in_a_passage(search):
    article = published(
        title_en="Otters return", summary_en="Otters are here.", source_en="Editors"
    )
    text = words(search("en", q="otters").select_one("main ol.entries li"))
    assert "Otters are here. Editors" in text
    article.summary_en = "Otters"
    article.save()
    text = words(search("en", q="otters").select_one("main ol.entries li"))
    assert "Otters · Editors" in text


def test_a_result_has_its_type_its_date_and_its_place(search):
    article = published(title_en="Otters return", title_zh_hans="水獭", date="2019-05")
    entry = search("en", q="otters").select_one("main ol.entries li")
    details = " ".join(entry.select_one(".details").text.split())
    assert details.startswith("News article · May 2019 · ")
    assert article.get_parent().title_en in details
    assert entry.a["href"] == f"/en/news/{article.slug}/"


def test_other_languages_follow_in_groups_of_their_own(search):
    published(title_zh_hans="水獭 Lutra归来")
    published(title_en="Lutra in the rivers", title_ru="Lutra в реках")
    page = search("en", q="lutra")
    assert own_titles(page) == ["Lutra in the rivers"]
    (group,) = page.select("main section[aria-labelledby^=in-]")
    assert group.h2.get_text(strip=True) == "Also in Chinese"
    assert group.select_one("h3")["lang"] == "zh-Hans"
    assert group.select_one("h3 a")["href"].startswith("/zh-hans/")


def test_results_of_one_other_language_can_be_listed(search):
    for number in range(5):
        published(title_zh_hans=f"水獭 Lutra {number}")
    page = search("ru", q="lutra")
    (more,) = (a for a in page.select("main section a") if "in=zh-hans" in a["href"])
    listed = search("ru", q="lutra", **{"in": "zh-hans"})
    assert "5" in more.text
    assert len(own_titles(listed)) == 5


@pytest.mark.parametrize("query", ["SCO", "Shanghai Cooperation Organization", "ШОС"])
def test_a_page_that_exists_in_chinese_only_is_found_by_the_ministrys_terms(query, search):
    published(title_zh_hans="上合组织水獭保护会议")
    assert "上合组织水獭保护会议" in titles(search("ru", q=f"{query} 水獭"))


def test_a_new_term_works_at_once(search):
    published(title_zh_hans="水獭归来")
    assert not titles(search("en", q="otter"))
    term = Term.objects.create(name_zh_hans="水獭", name_en="otter", name_ru="выдра")
    assert titles(search("en", q="otters")) == ["水獭归来"]
    assert titles(search("ru", q="выдрами")) == ["水獭归来"]
    term.delete()
    assert not titles(search("en", q="otter"))


def test_states_are_found_by_their_name_in_every_language(search):
    published(title_zh_hans="蒙古国水獭")
    assert "蒙古国水獭" in titles(search("en", q="Mongolia 水獭"))


def test_quotation_marks_ask_for_the_very_words(search):
    published(title_en="Otters of the river")
    published(title_en="River of otters")
    assert own_titles(search("en", q='"otters of the river"')) == ["Otters of the river"]
    assert own_titles(search("en", q='"otter of the river"')) == []
    assert own_titles(search("en", q='otters -"river of"')) == ["Otters of the river"]


def test_little_is_completed_by_what_answers_a_part(search):
    published(title_en="Otters with lutra")
    published(title_en="Otters of the lake")
    page = search("en", q="Otters LUTRA")
    assert own_titles(page) == ["Otters with lutra"]
    (entry,) = page.select("section[aria-labelledby=partial] li")
    assert words(entry.h3) == "Otters of the lake"
    assert words(entry).endswith("Not on this page: LUTRA")


def test_what_answers_all_in_another_language_comes_before_what_answers_a_part(search):
    published(title_en="Otters of the lake")
    published(title_ru="Otters lutra")
    page = search("en", q="otters lutra")
    assert titles(page) == ["Otters lutra", "Otters of the lake"]
    assert "No results in this language" in page.select_one("[role=status]").text


def test_what_answers_more_of_it_in_another_language_comes_first_and_names_its_language(search):
    Term.objects.create(name_zh_hans="水獭", name_en="otter")
    Term.objects.create(name_zh_hans="河狸", name_en="beaver")
    published(title_en="A guide")
    published(title_zh_hans="水獭和河狸归来")
    published(title_zh_hans="水獭和河狸", title_en="Guide of the valley")
    page = search("en", q="otter beaver guide")
    first, *others = page.select("section[aria-labelledby=partial] li")
    assert words(first.h3) == "水獭和河狸归来"
    assert first.h3["lang"] == "zh-Hans"
    assert words(first.select_one(".details")).startswith("简体中文 ·")
    assert words(first).endswith("Not on this page: guide")
    assert {words(each.h3) for each in others} >= {"A guide", "Guide of the valley"}
    assert "水獭和河狸" not in titles(page)


def test_what_answers_less_of_it_in_another_language_is_left_out(search):
    Term.objects.create(name_zh_hans="水獭", name_en="otter", name_ru="выдра")
    published(title_en="Otters of a lake")
    published(title_zh_hans="很多动物的长标题里也有水獭")
    assert "很多动物的长标题里也有水獭" not in titles(search("en", q="otter lutra"))


def test_a_question_is_answered_by_the_words_that_say_something(search):
    published(title_en="Otters return", title_ru="Выдра вернулась", title_zh_hans="水獭归来")
    assert own_titles(search("en", q="Where can I find otters?")) == ["Otters return"]
    assert own_titles(search("ru", q="где мне найти выдру?")) == ["Выдра вернулась"]
    assert own_titles(search("zh-hans", q="请问哪里有水獭？")) == ["水獭归来"]


@pytest.mark.parametrize(
    "query", ["otters may 2003", "otters 7 May 2003", "выдра май 2003", "выдра 07.05.2003",
              "水獭 2003年5月", "水獭 2003", "水獭 二〇〇三年五月七日"],
)  # fmt: skip
def test_pages_are_found_by_their_date(query, search):
    columns = {"title_en": "Otters", "title_ru": "Выдра", "title_zh_hans": "水獭"}
    published(**columns, date="2003-05-07", slug="right")
    published(**columns, date="2004-05-07", slug="wrong")
    links = search("ru", q=query).select("main > ol.entries a, section[aria-labelledby^=in-] a")
    found = {link["href"].rsplit("/", 2)[1] for link in links}
    assert found == {"right"}


def test_british_and_american_spellings_find_each_other(search):
    published(title_en="A centre for organisations")
    assert own_titles(search("en", q="Organization centers"))[0] == "A centre for organisations"
    Term.objects.create(name_en="Organization of otters", name_zh_hans="水獭组织")
    published(title_zh_hans="水獭组织")
    assert titles(search("en", q="organisation of otters")) == ["水獭组织"]


# Never shown


def test_drafts_withdrawn_private_and_expired_pages_are_not_found(search):
    draft = published(title_en="Otters of the draft", live=False)
    withdrawn = published(title_en="Otters withdrawn", title_zh_hans="水獭")
    withdrawn.unpublish(languages=[get_language("en")])
    private = published(title_en="Otters in private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    expired = published(title_en="Otters of yesterday", expire_at=timezone.now())
    expired.unpublish(set_expired=True)
    page = search("en", q="otters")
    assert titles(page) == []
    assert "0 results" in page.select_one("[role=status]").text
    assert draft.pk


def test_what_the_index_says_too_much_is_not_shown(search):
    article = published(title_en="Otters return")
    Edition.objects.filter(page=article).update(state=Edition.State.WITHDRAWN)
    assert titles(search("en", q="otters")) == []


def test_texts_of_a_draft_beside_a_live_page_are_not_found(search):
    article = published(title_en="Otters return")
    article.title_en = "Beavers return"
    article.save_revision()
    assert titles(search("en", q="beavers")) == []


# Filters, order, pages


def test_results_can_be_narrowed_and_the_numbers_are_right(search):
    page = search("zh-hans", q="环境")
    links = page.select("nav.narrowing a")
    assert {re.match(r".*[?&](\w+)=[^&]*$", link["href"]).group(1) for link in links} >= {
        "type", "section", "year",
    }  # fmt: skip
    for link in links[:6]:
        count = int(re.search(r"\((\d+)\)", link.parent.text).group(1))
        _, _, address = link["href"].partition("?")
        parameters = dict(part.split("=") for part in address.split("&"))
        narrowed = search("zh-hans", **{**parameters, "q": "环境"})
        shown = narrowed.select_one("[role=status]").text
        assert int(re.search(r"\d+", shown).group()) == count, link["href"]


def test_a_section_that_is_not_public_is_no_choice(search):
    news = published(title_en="Otters return").get_parent().specific
    policy = PolicyIndex.objects.first()
    policy.add_child(instance=PolicyArticle(title_en="Otters are protected", slug="otters"))
    address = f"section={news.pk}"
    assert [a for a in search("en", q="otters").select("nav.narrowing a") if address in a["href"]]
    news.unpublish()
    left = search("en", q="otters").select("nav.narrowing a")
    assert not [a for a in left if address in a["href"]]


def test_numbers_are_said_to_be_lower_bounds_where_there_is_more_than_is_ranked(
    search, monkeypatch
):
    def years():
        return [words(each) for each in search("en", q="otters").select("nav.narrowing li")]

    monkeypatch.setattr(finding, "MOST_RANKED", 3)
    published(title_en="Otters return", date="2001-01-01")
    published(title_en="Otters return", date="2002-01-01")
    assert years() == ["2002 (1)", "2001 (1)"]
    published(title_en="Otters return", date="2003-01-01")
    assert years() == ["2003 (1+)", "2002 (1+)", "2001 (1+)"]


@pytest.mark.parametrize(
    ("code", "query", "title", "name"),
    [
        ("zh-hans", "网站声明", "网站声明", "页面"),
        ("zh-hans", "政策文件", "政策文件", "栏目"),
        ("zh-hans", "保护生态环境，共建清洁美丽家园", "保护生态环境，共建清洁美丽家园", "首页"),
        ("en", "news", "News", "Section"),
        ("en", "leaders", "Leaders", "Section"),
        ("en", "clean air clean water", "Clean air, clean water, healthy soil", "Home page"),
        ("ru", "услуги", "Услуги", "Раздел"),
        ("ru", "чистый воздух", "Чистый воздух, чистая вода, здоровая почва", "Главная страница"),
        ("ru", "условия использования", "Условия использования", "Страница"),
    ],
)
def test_a_result_is_called_what_visitors_know_it_as(code, query, title, name, search):
    page = search(code, q=query)
    (result,) = (each for each in page.select("li.entry") if words(each.h3) == title)
    assert words(result.select_one(".details")).split(" · ")[0] == name


def test_lists_of_pages_are_filtered_by_as_sections(search):
    page = search("en", q="environment", type="section")
    assert "Sections" in words(page.select_one("nav.narrowing"))
    assert {words(each).split(" · ")[0] for each in page.select("main > ol .details")} == {
        "Section"
    }


def test_activities_are_found_below_their_leader(search):
    activity = Activity.objects.published().first()
    leader = Leader.objects.ancestor_of(activity).first()
    found = titles(search("zh-hans", q=activity.title_zh_hans, leader=leader.pk))
    assert activity.title_zh_hans in found


def test_programmes_are_found_by_the_states_in_them(search):
    programme = Programme.objects.filter(members__country="KZ").first()
    found = titles(search("en", q=programme.title_en, country="kz"))
    assert programme.title_en in found


def test_the_newest_can_stand_first(search):
    published(title_en="Otters otters", date="2001-01-01")
    published(title_en="The return of otters to the lake", date="2019-01-01")
    assert own_titles(search("en", q="otters", sort="date"))[0].startswith("The return")


@pytest.mark.slow
def test_long_lists_have_pages(search):
    for number in range(12):
        published(title_en=f"Otters {number}", slug=f"otters-{number}")
    first, second = (own_titles(search("en", q="otters", page=page)) for page in (1, 2))
    assert (len(first), len(second)) == (10, 2)
    assert not set(first) & set(second)


def test_the_page_is_kept_out_of_other_search_engines(search):
    assert search("en", q="water").select_one("meta[name=robots]")["content"] == "noindex"


# Bad input


ODD = [
    '"', '""', "'", "-", "--", "*", "a*", "NEAR(a b)", "a AND", "title:x", "^", "(", "\\", "%_%",
    "\0", "水\0", "😀", "…!?", "\u202eabc", "שלום", "x" * 10_000, "环" * 10_000, "а" * 10_000,
    '"' * 999, "-a " * 300, "1" * 5_000, "%00", "_", "<script>alert(1)</script>",
    "'; DROP TABLE search_entry; --",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("code", "query"), list(zip(cycle(CODES), ODD, strict=False)))
def test_any_query_is_answered_in_the_language_of_the_visitor(code, query, search):
    page = search(code, q=query)
    assert page.html["lang"] == get_language(code).tag
    assert not page.select("main script")


@pytest.mark.slow
@pytest.mark.parametrize("value", ["\0", "9" * 40, "'", "x" * 9_000, "-1", "а", "%", "=", "a=b c"])
@pytest.mark.parametrize(
    "names",
    [("type", "section", "leader", "country", "year"), ("in", "sort", "page")],
    ids=" ".join,
)
def test_bad_parameters_are_left_out(names, value, search):
    search("ru", q="вода", **dict.fromkeys(names, value))


# Suggestions


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("en", "kazahstan", "kazakhstan"),
        ("ru", "казахстн", "казахстан"),
        ("zh-hans", "哈撒克斯坦", "哈萨克斯坦"),
        ("zh-hans", "生太", "生态"),
        ("en", "djlf", "вода"),
        ("ru", "цфеук", "water"),
        ("zh-hans", "shengtai", "生态"),
    ],
)
def test_what_was_meant_is_guessed_and_shown(code, typed, meant, search):
    page = search(code, q=typed)
    assert typed in words(page.main)
    assert meant in page.select_one("[role=status]").text
    assert titles(page)


def test_what_was_typed_can_be_searched_for_all_the_same(search):
    published(title_en="Otters return")
    published(title_en="Otters of Kazakhstan")
    page = search("en", q="otters kazahstan")
    assert own_titles(page) == ["Otters of Kazakhstan"]
    (link,) = (a for a in page.select("main a") if "literal" in a["href"])
    assert "kazahstan" in link.text
    page = search("en", q="otters kazahstan", literal="1")
    assert {"Otters return", "Otters of Kazakhstan"} <= set(titles(page))
    (offered,) = page.select(".did-you-mean a")
    assert offered.text == "otters kazakhstan"
    assert "literal" not in offered["href"]


def test_a_word_that_stands_somewhere_is_no_slip(search):
    published(title_en="Otters of Kazakhstan")
    published(title_en="Beavers", summary_en="Kazahstan is how some people write it.")
    page = search("en", q="otters kazahstan")
    assert "kazakhstan" not in words(page.select_one("[role=status]"))


def test_a_filter_that_leaves_nothing_is_named(search):
    published(title_en="Otters return", date="2019-05")
    page = search("en", q="otters", year="1999")
    text = words(page.main)
    assert "none that match all the filters: Year · 1999" in text
    assert {"?q=otters"} <= {link["href"] for link in page.select("nav.narrowing a")}
    assert "What other visitors search for" not in text


@pytest.mark.parametrize("value", ["999999", "nothing"])
def test_a_filter_that_there_is_not_can_be_removed(value, search):
    page = search("en", q="water", section=value)
    assert {"?q=water"} <= {link["href"] for link in page.select("nav.narrowing a")}
    assert not page.select("nav.narrowing details ul:empty")


def test_an_empty_answer_leads_on(search):
    page = search("en", q="qwxzqwxz")
    assert page.select("#often-searched")
    assert page.select("#sections")
    assert {"/en/news/"} <= {a["href"] for a in page.select("main section a")}


def test_titles_are_completed_while_somebody_types(visitor):
    article = published(title_en="Otters return", title_zh_hans="长江水獭归来")
    published(title_en="Otters of the draft", live=False)
    for code, typed, title in (("en", "ott", "Otters return"), ("zh-hans", "水獭", "长江水獭归来")):
        answer = visitor.get(f"/{code}/search/suggestions/", {"q": typed}).json()
        assert answer == {"suggestions": [{"text": title, "url": f"/{code}/news/{article.slug}/"}]}
    for query in ("", "\0", '"', "x" * 9_999):
        assert visitor.get("/en/search/suggestions/", {"q": query}).json() == {"suggestions": []}


# Picks, files, counts


def test_picks_stand_first_in_their_language_and_time(search):
    article, today = published(title_en="Otters return"), timezone.localdate()
    pick = Pick.objects.create(page=article, language="en", queries="river animals\nlutra")

    def picked(code, query):
        return [link.text for link in search(code, q=query).select(".picks a")]

    assert picked("en", "River animal") == ["Otters return"]
    assert picked("en", "river") == picked("ru", "lutra") == []
    pick.until = today - timedelta(days=1)
    pick.save()
    assert picked("en", "lutra") == []
    pick.since, pick.until = today, today
    pick.save()
    assert picked("en", "lutra") == ["Otters return"]
    article.unpublish()
    assert picked("en", "lutra") == []


def test_documents_and_pictures_are_found_by_their_public_texts(search):
    document = SiteDocument.objects.exclude(name_ru="").exclude(name_ru=None).first()
    assert document.name_ru in titles(search("ru", q=document.name_ru, type="sitedocument"))
    picture = SiteImage.objects.exclude(description_en="").exclude(description_en=None).first()
    assert picture.description_en in titles(
        search("en", q=picture.description_en, type="siteimage")
    )
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert titles(search("ru", q=document.name_ru, type="sitedocument")) == []


def test_pictures_stand_beside_the_pages_and_not_among_them(search):
    page = search("zh-hans", q="湿地")
    kinds = [words(each).split(" · ")[0] for each in page.select("main > ol .details")]
    assert kinds
    assert "图片" not in kinds
    (group,) = page.select("section[aria-labelledby=pictures]")
    shown = [words(each).split(" · ")[0] for each in group.select(".details")]
    assert shown == ["图片"] * len(shown)
    assert words(group.h2) == f"图片 ({len(shown)})"
    assert "图片 (" in words(page.select_one("nav.narrowing"))


def test_all_pictures_are_a_filter_away(search, monkeypatch):
    monkeypatch.setattr(views, "PICTURES", 1)
    page = search("en", q="drawing")
    (group,) = page.select("section[aria-labelledby=pictures]")
    assert len(group.select("li")) == 1
    (link,) = group.select("a[href^='?']")
    assert "type=siteimage" in link["href"]
    only = search("en", q="drawing", type="siteimage")
    count = int(re.search(r"\d+", words(group.h2)).group())
    assert len(only.select("main > ol li.entry")) == count > 1
    assert not only.select("section[aria-labelledby=pictures]")


@pytest.mark.parametrize("code", CODES)
def test_where_there_are_pictures_only_that_is_said(code, search):
    picture = SiteImage.objects.first()
    for each in languages():
        setattr(picture, each.column("description"), "Ornithorhynchus")
    picture.save()
    page = search(code, q="ornithorhynchus")
    assert page.select("section[aria-labelledby=pictures]")
    assert not re.search(r"\d", words(page.select_one("[role=status]")))
    assert not page.select("#often-searched")


@pytest.mark.parametrize(
    ("code", "query", "title", "number"),
    [
        ("zh-hans", "电话", "联系我们", "电话：+86-10-82268232"),
        ("zh-hans", "传真", "联系我们", "传真：+86-10-82200577"),
        ("zh-hans", "联系我们", "联系我们", "+86-10-82268232"),
        ("zh-hans", "对外合作与交流中心", "联系我们", "+86-10-82268232"),
        ("en", "phone number", "Contact", "Telephone: +86-10-82268232"),
        ("en", "Foreign Environmental Cooperation Center", "Contact", "+86-10-82268232"),
        ("en", "volunteering telephone", "Volunteering", "Telephone: +86-10-82268232"),
        ("ru", "факс", "Контакты", "Факс: +86-10-82200577"),
        ("ru", "контакты", "Контакты", "+86-10-82268232"),
    ],
)
def test_the_number_of_a_contact_stands_in_the_passage(code, query, title, number, search):
    page = search(code, q=query)
    results = [each for each in page.select("li.entry") if words(each.h3) == title]
    assert number in words(results[0])


@pytest.mark.parametrize(
    ("code", "typed", "mended"),
    [
        ("en", "acessibility statment", "accessibility statement"),
        ("ru", "казахстн сотрудничетво", "казахстан сотрудничество"),
        ("zh-hans", "志原服务", "志愿服务"),
    ],
)
def test_all_misspelt_words_are_mended(code, typed, mended, search):
    assert mended in words(search(code, q=typed).select_one("[role=status]"))


@pytest.mark.parametrize(
    ("code", "typed"),
    [("en", "acessibility qwxzqwxz"), ("en", "qwxzqwxz statment"), ("ru", "казахстн йцждлв")],
)
def test_of_two_misspelt_words_none_is_mended_where_one_cannot_be(code, typed, search):
    page = search(code, q=typed)
    assert not page.select(".did-you-mean")
    text = words(page.main)
    assert "accessibility" not in text.split("(")[0].split("Not on this page")[0]
    assert typed in words(page.select_one("[role=status]")) or not titles(page)


def test_searches_are_counted_by_day_and_language(search):
    for query in ("Otters ", "otters"):
        search("en", q=query)
    search("en", q="otters", page="2")
    published(title_en="Otters return")
    search("en", q="otters")
    (count,) = SearchCount.objects.all()
    assert (count.query, count.language, count.searches, count.in_vain) == ("otters", "en", 3, 2)


@pytest.mark.parametrize("query", ["anna@example.org", "+7 912 345-67-89", "x" * 100, " "])
def test_what_may_say_something_about_a_person_is_not_counted(query):
    count_search(query, "en", True)
    assert not SearchCount.objects.exists()


@pytest.mark.usefixtures("version_is_kept")
@pytest.mark.parametrize("query", ["water", "qwxzqwxz", "SCO ministers meeting"])
def test_a_search_stays_within_its_budget(query, visitor):
    visitor.get("/en/search/", {"q": query})
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        visitor.get("/en/search/", {"q": query})
    assert len(queries) <= BUDGET, len(queries)
