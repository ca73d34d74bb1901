"""Parallel reading: a page beside its text in another language, and the addresses of passages."""

from copy import copy
from itertools import permutations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import PageViewRestriction

from cooperation.models import Milestone, Programme
from departments.models import Department
from mep_site.core.blocks import AchievementsBlock
from mep_site.core.models import BasePage
from mep_site.demo.outline import pins_to_own_chinese
from mep_site.home.models import HomePage
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import get_language, languages
from mep_site.translations.models import AuthoritativeChange
from mep_site.translations.reading.parallel import align, blocks_by_id
from news.models import NewsArticle

from .measuring.places import BESIDE
from .shown import show
from .test_public_notices import (
    CHINESE,
    PARAGRAPHS,
    RENDERED,
    RUSSIAN,
    achievements,
    article,
    body,
    change_chinese,
    draft_of,
    write,
)
from .test_public_pages import CODES, PAGE_TYPES, address, read
from .test_query_budget import DETAIL, queries_of

__all__ = ["article"]

PAIRS_OF_LANGUAGES = list(permutations(CODES, 2))


def beside(client: Client, page: BasePage, code: str, other: str) -> BeautifulSoup:
    """What is answered when the page is asked for beside another language."""
    response = client.get(address(page, code), {"with": other})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def is_parallel(html: BeautifulSoup) -> bool:
    return bool(html.select(".parallel"))


def rows_of_text(html: BeautifulSoup) -> list[list[str]]:
    """The passages, each as its texts from left to right."""
    return [
        [" ".join(half.get_text(" ", strip=True).split()) for half in pair.select(".half")]
        for pair in html.select(".pair.part")
    ]


def anchors(html: BeautifulSoup) -> list[str]:
    return [tag["id"] for tag in html.select('main [id^="part-"]')]


# Pairing


@pytest.mark.parametrize(
    ("first", "other", "aligned"),
    [
        ("", "", ""),
        ("abc", "abc", "abc"),
        ("abc", "", "abc"),
        ("", "abc", "abc"),
        ("abc", "ac", "abc"),
        ("ac", "abc", "abc"),
        ("ab", "xab", "xab"),
        ("ab", "abx", "abx"),
        ("ab", "axyb", "axyb"),
        ("abc", "cab", "abc"),
        ("abc", "cxab", "abcx"),
        ("abc", "bxa", "abxc"),
        ("ab", "xy", "xyab"),
    ],
)
def test_passages_stand_in_the_order_of_the_first_text(first, other, aligned):
    assert "".join(align(first, other)) == aligned


def test_the_blocks_of_a_nested_text_follow_the_block_around_them():
    stream = AchievementsBlock().to_python(achievements("Platform", "First.", "Second."))
    found = list(blocks_by_id(stream))
    assert [place for place, _ in found] == ["achievement", "first", "second"]
    heading = found[0][1].render()
    assert "Platform" in heading
    assert "First." not in heading
    assert len(stream[0].value["text"]) == 2, "What was read is not changed."


def test_every_kind_of_row_has_a_template(db):
    from django.template.loader import get_template

    kinds = {
        relation.related_model
        for model in PAGE_TYPES
        for relation in row_relations(model)
        if relation.related_model.is_passage
    }
    assert len(kinds) > 8
    for kind in kinds:
        get_template(kind().template)


# What a reader gets


@pytest.mark.slow
@pytest.mark.parametrize(("code", "other"), BESIDE.items())
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_every_page_type_can_be_read_in_two_languages(model, code, other, db):
    page, html = show(model, code, other).page, show(model, code, other).html
    own, companion = get_language(code), get_language(other)
    assert html.html["lang"] == own.tag
    halves = html.select("header.pair > .half")
    assert [half["lang"] for half in halves] == [own.tag, companion.tag]
    for half, language in zip(halves, (own, companion), strict=True):
        assert getattr(page, language.column("title")) in half.get_text()
    assert len(html.select("h1")) == 1
    ids = [tag["id"] for tag in html.select("[id]")]
    assert len(ids) == len(set(ids))
    assert not html.select("script:not([src]), [style], [onclick]")


@pytest.mark.slow
@pytest.mark.parametrize(("code", "other"), PAIRS_OF_LANGUAGES)
def test_both_texts_are_there_and_each_says_its_language(code, other, visitor, article):
    html = beside(visitor, article, code, other)
    pairs = rows_of_text(html)
    assert pairs == [list(pair) for pair in zip(PARAGRAPHS[code], PARAGRAPHS[other], strict=True)]
    for pair in html.select(".pair.part"):
        tags = [half["lang"] for half in pair.select(".half")]
        assert tags == [get_language(code).tag, get_language(other).tag]


@pytest.mark.slow
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_no_chinese_stands_in_another_language(model, db):
    html = copy(show(model, "en", BESIDE["en"]).html)
    for marked in html.select('[lang="zh-Hans"]'):
        marked.decompose()
    assert [char for char in html.get_text() if "\u4e00" <= char <= "\u9fff"] == []


def test_labels_and_dates_are_in_the_language_of_their_side(visitor, db):
    programme = Programme.objects.get(slug="shanghai-cooperation-organisation")
    html = beside(visitor, programme, "en", "ru")
    english, russian = (
        " ".join(half.get_text(" ", strip=True) for half in html.select(f'.half[lang="{tag}"]'))
        for tag in ("en", "ru")
    )
    assert "Milestones" in english
    assert "June 2014" in english
    assert "июнь 2014" in russian
    assert "Milestones" not in russian
    kazakhstan = html.find(string="Kazakhstan").find_parent(class_="half")
    assert "member" in kazakhstan.get_text().lower()


def test_links_lead_to_pages_in_the_language_of_their_side(visitor, db):
    page = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    html = beside(visitor, page, "en", "ru")
    for code in ("en", "ru"):
        links = html.select(f'.half[lang="{code}"] .related a')
        assert links
        assert all(link["href"].startswith(f"/{code}/") for link in links)


# What a page says besides its own text.
ADDED = {"contents", "contact-points", "neighbours", "more"}


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", [Programme, Department], ids=lambda model: model._meta.label)
def test_the_parts_stand_in_the_order_of_the_plain_page(model, code, visitor, some):
    page = some(model)
    other = next(each for each in CODES if each != code)
    names = [
        tag["id"]
        for tag in read(visitor, page, code).select("main h2[id]")
        if tag["id"] not in ADDED
    ]
    html = beside(visitor, page, code, other)
    assert names
    assert [tag["id"] for tag in html.select(".pair[id]:not(.part)")][: len(names)] == names
    if model is Programme:
        listed = [link["href"] for link in html.select(".contents a")]
        assert [f"#{name}" for name in names] == listed[: len(names)]


# What has no counterpart, and what differs


@pytest.mark.parametrize(
    ("code", "other", "said"),
    [
        ("en", "zh-hans", "This passage is not in the English text."),
        ("zh-hans", "en", "英文文本中没有本段。"),
        ("ru", "en", "Этого фрагмента нет в английском тексте."),
    ],
)
def test_what_is_not_translated_is_shown_and_named(code, other, said, visitor, article):
    NewsArticle.objects.filter(pk=article.pk).update(
        body_en=body([PARAGRAPHS["en"][0], "", PARAGRAPHS["en"][2]])
    )
    html = beside(visitor, article, code, other)
    place = 0 if code == "en" else 1
    second = rows_of_text(html)[1]
    assert second[place] == said
    assert second[1 - place] in {PARAGRAPHS["zh-hans"][1], PARAGRAPHS["ru"][1]}
    (note,) = html.select(".lacking")
    assert note["lang"] == get_language(code).tag, "It is said in the language of the reader."


def test_what_the_chinese_does_not_have_is_shown_and_named(visitor, article):
    added = {"type": "paragraph", "value": "<p>Only here.</p>", "id": "added"}
    first, *others = body(PARAGRAPHS["en"])
    NewsArticle.objects.filter(pk=article.pk).update(body_en=[first, added, *others])
    pairs = rows_of_text(beside(visitor, article, "en", "zh-hans"))
    assert pairs[1] == ["Only here.", "This passage is not in the Chinese text."]
    assert [pair[0] for pair in pairs].count("Only here.") == 1


def test_a_row_without_words_in_a_language_is_named_and_not_filled_up(visitor, some):
    page = some(Programme)
    row = Milestone.objects.create(programme=page, text_zh_hans="只有中文。", sort_order=99)
    half, chinese = (
        beside(visitor, page, "en", "zh-hans").select_one(f"#part-{row.key}").select(".half")
    )
    assert half.get_text(strip=True) == "This passage is not in the English text."
    assert "只有中文。" in chinese.get_text()


def test_a_passage_that_lacks_some_words_says_so(visitor, article):
    def items(*texts):
        values = [
            {"type": "item", "value": f"<p>{text}</p>", "id": f"item-{number}"}
            for number, text in enumerate(texts)
        ]
        return [{"type": "list", "value": {"numbered": False, "items": values}, "id": "list"}]

    NewsArticle.objects.filter(pk=article.pk).update(
        body_zh_hans=items("甲。", "乙。"), body_en=items("One.")
    )
    (pair,) = beside(visitor, article, "en", "zh-hans").select(".pair.part")
    english, chinese = pair.select(".half")
    assert "Part of this passage is not in the English text." in english.get_text()
    assert not chinese.select(".lacking")


@pytest.mark.parametrize(("code", "other"), [("en", "zh-hans"), ("zh-hans", "en"), ("en", "ru")])
def test_what_is_behind_the_chinese_is_marked_as_on_the_plain_page(code, other, visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    html = beside(visitor, article, code, other)
    behind = [each for each in (code, other) if each != "zh-hans"]
    marked = html.select(".marked")
    assert [mark.a["href"] for mark in marked] == [
        f"/{each}/changes/{article.pk}/#body.paragraph-3" for each in behind
    ]
    for mark, each in zip(marked, behind, strict=True):
        assert PARAGRAPHS[each][2] in mark.get_text()
        assert mark.find_parent(class_="half")["lang"] == each
    assert bool(html.select(".freshness-notice")) is (code != "zh-hans")


# What is not public


@pytest.mark.parametrize("wanted", ["fr", "", "zh-hans\x00", "1" * 10_000, "EN_us"])
def test_a_language_that_the_site_does_not_have_gives_the_plain_page(wanted, visitor, article):
    assert not is_parallel(beside(visitor, article, "en", wanted))


@pytest.mark.parametrize("code", CODES)
def test_a_page_beside_itself_is_the_plain_page(code, visitor, article):
    html = beside(visitor, article, code, code)
    assert not is_parallel(html)
    assert html.select_one("main").get_text() == read(visitor, article, code).main.get_text()


def test_a_withdrawn_text_is_not_shown_and_said_to_be_absent(visitor, article):
    secret = article.title_ru
    NewsArticle.objects.get(pk=article.pk).unpublish(languages=[RUSSIAN])
    html = beside(visitor, article, "en", "ru")
    assert not is_parallel(html)
    assert secret not in str(html)
    assert PARAGRAPHS["ru"][0] not in str(html)
    assert "This page is not available in Russian" in html.main.get_text()
    assert "with=ru" not in str(html.select(".parallel-offers"))


def test_a_draft_is_not_shown(visitor, article):
    write(article, CHINESE, ["水质良好。", "空气清新。", "秘密。"]).save_revision()
    write(article, RUSSIAN, ["Тайна.", *PARAGRAPHS["ru"][1:]]).save_revision()
    for code, other in PAIRS_OF_LANGUAGES:
        html = str(beside(visitor, article, code, other))
        assert "秘密" not in html
        assert "Тайна" not in html


def test_a_text_that_was_never_published_is_not_shown(visitor, db):
    page = BasePage.objects.get(slug="birds-and-wind-turbines").specific
    assert RUSSIAN not in page.live_languages
    draft = draft_of(page, RUSSIAN)
    draft.title_ru = "Тайна"
    draft.save_revision()
    html = beside(visitor, page, "zh-hans", "ru")
    assert not is_parallel(html)
    assert "Тайна" not in str(html)


def test_a_page_without_a_text_in_the_language_of_its_address_says_so(visitor, article):
    NewsArticle.objects.get(pk=article.pk).unpublish(languages=[RUSSIAN])
    html = beside(visitor, article, "ru", "en")
    assert not is_parallel(html)
    assert PARAGRAPHS["en"][0] not in str(html)


def test_strangers_are_shown_no_private_page(visitor, editor, article):
    PageViewRestriction.objects.create(
        page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    url = address(article, "en") + "?with=zh-hans"
    assert visitor.get(url).status_code == 302
    response = editor.get(url)
    assert response.status_code == 200
    assert "private" in response.headers["Cache-Control"]


def test_a_draft_of_a_page_can_be_read_in_two_languages_by_nobody(visitor, article):
    NewsArticle.objects.get(pk=article.pk).unpublish()
    assert visitor.get(address(article, "en") + "?with=ru").status_code == 404


def test_a_preview_offers_no_parallel_reading_and_does_not_break(rf, article):
    draft = draft_of(article, CHINESE)
    request = rf.get(address(article, "en"), {"with": "zh-hans"})
    response = draft.make_preview_request(request, "en")
    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert not html.select(".parallel-offers")


def test_what_is_previewed_can_be_read_in_two_languages(rf, article):
    draft = write(article, RUSSIAN, ["Черновик.", *PARAGRAPHS["ru"][1:]])
    request = rf.get(address(article, "en"), {"with": "ru"})
    html = BeautifulSoup(draft.serve_preview(request, "en").content, "html.parser")
    assert rows_of_text(html)[0] == [PARAGRAPHS["en"][0], "Черновик."]


# Ways in and out


@pytest.mark.parametrize(
    ("code", "offers"),
    [
        ("zh-hans", {"en": "与英文文本对照阅读", "ru": "与俄文文本对照阅读"}),
        (
            "en",
            {"zh-hans": "Read alongside the Chinese text", "ru": "Read alongside the Russian text"},
        ),
        (
            "ru",
            {
                "zh-hans": "Читать параллельно с китайским текстом",
                "en": "Читать параллельно с английским текстом",
            },
        ),
    ],
)
def test_a_page_offers_to_be_read_beside_its_other_texts(code, offers, visitor, article):
    html = read(visitor, article, code)
    scope = ".precedence-notice " if code != "zh-hans" else "main > "
    links = html.select(f"{scope}.parallel-offers a")
    assert {link["href"]: link.get_text(strip=True) for link in links} == {
        f"{address(article, code)}?with={other}": words for other, words in offers.items()
    }


def test_what_has_no_text_of_its_own_does_not_offer_it(visitor, home):
    assert not read(visitor, home, "en").select(".parallel-offers")
    assert not read(visitor, HomePage.objects.get(), "zh-hans").select(".parallel-offers")


def test_parallel_reading_leads_back_and_to_the_other_languages(visitor, article):
    html = beside(visitor, article, "en", "zh-hans")
    links = [link["href"] for link in html.select(".parallel-links a")]
    english, chinese = address(article, "en"), address(article, "zh-hans")
    assert links == [english, f"{chinese}?with=en", f"{english}?with=ru"]
    assert [link["href"] for link in html.select(".tongues a")] == [english, chinese]


def test_search_engines_are_sent_to_the_plain_page(visitor, article):
    html = beside(visitor, article, "en", "ru")
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"
    (canonical,) = html.select('link[rel="canonical"]')
    assert canonical["href"].endswith(address(article, "en"))
    assert not html.select('link[rel="alternate"][hreflang]')


# The addresses of passages


@pytest.mark.slow
def test_passages_have_the_same_addresses_in_every_language(db):
    """What a translation has is found at the address that it has in the Chinese."""
    compared = 0
    for model in PAGE_TYPES:
        plain = {code: anchors(show(model, code).html) for code in CODES}
        for code in CODES:
            assert len(plain[code]) == len(set(plain[code]))
            assert set(plain[code]) <= set(plain["zh-hans"]), (model, code)
            compared += len(plain[code])
        both = anchors(show(model, "en", BESIDE["en"]).html)
        assert set(both) == {*plain["zh-hans"], *plain["en"]}, model
    assert compared > 100


@pytest.mark.parametrize("code", CODES)
def test_a_passage_has_a_link_to_itself_that_says_what_it_is(code, visitor, article):
    html = read(visitor, article, code)
    for part in html.select(".part"):
        link: Tag = part.select_one(".part-link")
        assert link["href"] == f"#{part['id']}"
        assert link["aria-label"]
        assert "tabindex" not in link.attrs
    assert len(html.select(".part-link")) == 3
    assert "¶" not in html.get_text()


# What it costs


@pytest.mark.slow
@pytest.mark.usefixtures("version_is_kept")
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_parallel_reading_stays_within_the_budget(model, visitor, some):
    code, other = PAIRS_OF_LANGUAGES[PAGE_TYPES.index(model) % len(PAIRS_OF_LANGUAGES)]
    url = f"{address(some(model), code)}?with={other}"
    queries_of(visitor, url)
    assert queries_of(visitor, url) <= DETAIL


@pytest.mark.usefixtures("version_is_kept")
def test_a_longer_page_takes_no_more_queries(visitor, article):
    url = f"{address(article, 'en')}?with=zh-hans"
    queries_of(visitor, url)
    before = queries_of(visitor, url)
    for language in languages():
        paragraphs = [f'<a linktype="page" id="{article.pk}">{n}</a>' for n in range(40)]
        setattr(article, language.column("body"), body(paragraphs))
    article.pins = pins_to_own_chinese(article, RENDERED)
    article.save_revision().publish()
    html = BeautifulSoup(visitor.get(url).content, "html.parser")
    assert len(html.select(".pair.part")) == 40
    assert queries_of(visitor, url) == before


@pytest.mark.usefixtures("version_is_kept")
def test_a_translation_that_is_behind_takes_two_queries_more(visitor, article):
    url = f"{address(article, 'en')}?with=ru"
    queries_of(visitor, url)
    before = queries_of(visitor, url)
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    assert AuthoritativeChange.objects.filter(page=article).exists()
    queries_of(visitor, url)
    assert queries_of(visitor, url) <= before + 2
