"""What readers of a translation are told when the Chinese text has moved on."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from cooperation.models import Programme
from mep_site.core.models import BasePage
from mep_site.demo.outline import pins_to_own_chinese
from mep_site.pages.models import SiteMapPage
from mep_site.translations.languages import Language, get_language, languages
from mep_site.translations.models import AuthoritativeChange, Edition
from news.models import NewsArticle

from .test_public_pages import address, read

pytestmark = pytest.mark.slow

CHINESE, ENGLISH, RUSSIAN = map(get_language, ("zh-hans", "en", "ru"))
# Already the 3rd of May and the 10th of June where the ministry is.
RENDERED = datetime(2019, 5, 2, 17, tzinfo=UTC)
CHANGED = datetime(2019, 6, 9, 17, tzinfo=UTC)
PARAGRAPHS = {
    "zh-hans": ["水质良好。", "空气清新。", "监测站有三个。"],
    "en": ["The water is good.", "The air is fresh.", "There are three stations."],
    "ru": ["Вода хорошая.", "Воздух свежий.", "Станций три."],
}
NOTE = {
    "zh-hans": "监测站由三个增至五个。",
    "en": "There are five stations, not three.",
    "ru": "Станций пять, а не три.",
}


def body(texts: list[str]) -> list[dict]:
    return [
        {"type": "paragraph", "value": f"<p>{text}</p>", "id": f"paragraph-{number}"}
        for number, text in enumerate(texts, start=1)
        if text
    ]


@pytest.fixture
def article(some) -> NewsArticle:
    """Three paragraphs, in every language, all of which translate the Chinese of 3 May 2019."""
    page = some(NewsArticle)
    for language in languages():
        setattr(page, language.column("body"), body(PARAGRAPHS[language.code]))
    page.pins = pins_to_own_chinese(page, RENDERED)
    page.save_revision().publish()
    return page


def draft_of(page: BasePage, language: Language) -> BasePage:
    """The newest draft, opened for writing in one language."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.edition_language = language
    return draft


def write(page: BasePage, language: Language, texts: list[str], **attributes: object) -> BasePage:
    """The newest draft with these paragraphs in one language."""
    draft = draft_of(page, language)
    setattr(draft, language.column("body"), body(texts))
    for name, value in attributes.items():
        setattr(draft, name, value)
    return draft


def change_chinese(page: BasePage, *texts: str, kind: str = "material", **notes: str) -> None:
    """Publish these Chinese paragraphs in place of those that were in force."""
    draft = write(page, CHINESE, list(texts), change={"kind": kind, "note": notes})
    draft.save_revision().publish()
    AuthoritativeChange.objects.filter(page=page).update(published_at=CHANGED)


def comparison(client: Client, page: BasePage, code: str) -> HttpResponse:
    with translation.override(code):
        return client.get(reverse("changes", args=[page.pk]))


def compared(client: Client, page: BasePage, code: str) -> BeautifulSoup:
    response = comparison(client, page, code)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def notice(client: Client, page: BasePage, code: str) -> str:
    """What is said on the page about how it stands to the Chinese text; empty if nothing is."""
    found = read(client, page, code).select_one(".freshness-notice")
    return " ".join(found.get_text(" ", strip=True).split()) if found else ""


def metadata(client: Client, page: BasePage, code: str) -> dict[str, str]:
    html = read(client, page, code)
    return {meta["name"]: meta["content"] for meta in html.select('meta[name^="translation-"]')}


# What is said on the page


def test_a_current_translation_says_nothing_but_that_the_chinese_prevails(visitor, article):
    for code in ("zh-hans", "en", "ru"):
        html = read(visitor, article, code)
        assert not html.select(".freshness-notice, .change-mark, .marked")
    assert read(visitor, article, "en").select_one(".precedence-notice")


def test_an_editorial_change_is_not_told(visitor, article):
    texts = "水质良好。", "空气清新。", "监测站共有三个。"
    change_chinese(article, *texts, kind="editorial", **NOTE)
    assert notice(visitor, article, "en") == ""
    assert metadata(visitor, article, "en")["translation-freshness"] == "current"
    assert not read(visitor, article, "en").select(".change-mark")


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        (
            "en",
            "This is a translation of the Chinese text of 3 May 2019 . "
            "The Chinese text was changed on 10 June 2019 ; 1 passage differs. "
            "10 June 2019 – There are five stations, not three.",
        ),
        (
            "ru",
            "Перевод выполнен с китайского текста от 3 мая 2019 г. "
            "Китайский текст изменён 10 июня 2019 г. ; отличается 1 фрагмент. "
            "10 июня 2019 г. – Станций пять, а не три.",
        ),
    ],
)
def test_a_material_change_is_told_with_its_dates_and_note(code, sentences, visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。", **NOTE)
    assert notice(visitor, article, code).replace("\xa0", " ").startswith(sentences)


def test_a_notice_leads_to_the_comparison_and_to_the_chinese(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    links = [a["href"] for a in read(visitor, article, "en").select(".precedence-notice p a")]
    assert links == [f"/en/changes/{article.pk}/", address(article, "zh-hans")]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_only_the_paragraph_that_differs_is_marked(code, visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    html = read(visitor, article, code)
    (marked,) = html.select(".marked")
    assert PARAGRAPHS[code][2] in marked.get_text()
    assert PARAGRAPHS[code][1] not in marked.get_text()
    (mark,) = html.select(".change-mark a")
    assert mark.get_text(strip=True)
    assert mark["href"] == f"/{code}/changes/{article.pk}/#body.paragraph-3"


def test_a_paragraph_that_the_chinese_no_longer_has_is_marked_as_such(visitor, article):
    change_chinese(article, "水质良好。", "", "监测站有三个。")
    (marked,) = read(visitor, article, "en").select(".marked")
    assert "The air is fresh." in marked.get_text()
    assert "no longer has this passage" in marked.get_text()
    (passage,) = compared(visitor, article, "en").select(".passage")
    assert passage.select_one("del").get_text().strip("[]").endswith("空气清新。")


def test_what_differs_in_title_and_rows_is_marked_where_it_stands(visitor, some):
    page = some(Programme)
    draft = draft_of(page, CHINESE)
    first, *others = draft.milestones.all()
    draft.title_zh_hans += "（修订）"
    first.text_zh_hans += "（修订）"
    draft.milestones.set([first, *others])
    draft.save_revision().publish()
    html = read(visitor, page, "en")
    assert len(html.select(".page-header .change-mark")) == 1
    assert len(html.select(".timeline .change-mark")) == 1
    assert len(html.select(".change-mark")) == 2


def test_a_mark_stands_at_the_list_whose_item_differs(visitor, article):
    def items(*texts):
        values = [
            {"type": "item", "value": f"<p>{text}</p>", "id": f"item-{number}"}
            for number, text in enumerate(texts)
        ]
        block = {"numbered": False, "items": values}
        return [{"type": "list", "value": block, "id": "list"}]

    article.body_zh_hans, article.body_en = items("甲。", "乙。"), items("One.", "Two.")
    article.pins = pins_to_own_chinese(article, RENDERED)
    article.save_revision().publish()
    draft = draft_of(article, CHINESE)
    draft.body_zh_hans = items("甲。", "丙。")
    draft.save_revision().publish()
    html = read(visitor, article, "en")
    (marked,) = html.select(".marked")
    assert "Two." in marked.get_text()
    assert marked.a["href"].endswith("#body.item-1")


def achievements(heading, first, second):
    text = [
        {"type": "paragraph", "value": f"<p>{first}</p>", "id": "first"},
        {"type": "paragraph", "value": f"<p>{second}</p>", "id": "second"},
    ]
    value = {"heading": heading, "text": text}
    return [{"type": "achievement", "value": value, "id": "achievement"}]


@pytest.mark.parametrize(
    ("changed", "unit", "marked"),
    [
        (("平台", "旧。", "新。"), "second", ["Second."]),
        (("新平台", "旧。", "次。"), "achievement.heading", []),
    ],
)
def test_in_a_nested_text_only_what_differs_is_marked(changed, unit, marked, visitor, some):
    page = some(Programme)
    page.achievements_zh_hans = achievements("平台", "旧。", "次。")
    page.achievements_en = achievements("Platform", "First.", "Second.")
    page.pins = pins_to_own_chinese(page, RENDERED)
    page.save_revision().publish()
    draft = draft_of(page, CHINESE)
    draft.achievements_zh_hans = achievements(*changed)
    draft.save_revision().publish()
    html = read(visitor, page, "en")
    (mark,) = html.select(".change-mark a")
    assert mark["href"].endswith(f"#achievements.{unit}")
    assert [div.find("p").get_text(strip=True) for div in html.select(".marked")] == marked


def test_a_translation_that_was_brought_up_to_date_says_nothing_any_more(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。", **NOTE)
    draft = write(article, ENGLISH, [*PARAGRAPHS["en"][:2], "There are five stations."])
    draft.pins["en"] = pins_to_own_chinese(draft, CHANGED)["en"]
    draft.save_revision().publish()
    assert notice(visitor, article, "en") == ""
    assert not read(visitor, article, "en").select(".change-mark")
    assert not compared(visitor, article, "en").select(".passage")
    assert "10 июня" in notice(visitor, article, "ru")


def test_a_translation_begun_before_a_change_and_published_after_it_is_behind(visitor, article):
    draft = write(article, ENGLISH, [*PARAGRAPHS["en"][:2], "Three stations there are."])
    revision = draft.save_revision()
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    revision.publish()
    assert "Three stations" in read(visitor, article, "en").select_one(".marked").get_text()


def test_what_was_followed_in_part_says_so(visitor, article):
    change_chinese(article, "水质优良。", "空气清新。", "监测站有五个。")
    draft = write(article, ENGLISH, ["The water is excellent.", *PARAGRAPHS["en"][1:]])
    now = pins_to_own_chinese(draft, CHANGED)["en"]
    draft.pins["en"]["body.paragraph-1"] = now["body.paragraph-1"]
    draft.save_revision().publish()
    said = notice(visitor, article, "en")
    assert said.startswith("1 passage of this translation follows an earlier Chinese text.")
    assert len(read(visitor, article, "en").select(".marked")) == 1


def test_a_chinese_draft_shows_nothing_to_the_public(visitor, article):
    write(article, CHINESE, ["水质良好。", "空气清新。", "秘密。"]).save_revision()
    for code in ("zh-hans", "en", "ru"):
        html = read(visitor, article, code)
        assert not html.select(".freshness-notice, .change-mark")
        assert "秘密" not in html.get_text()
        assert "秘密" not in compared(visitor, article, code).get_text()


def test_a_pin_to_a_draft_does_not_publish_the_draft(visitor, article):
    write(article, CHINESE, ["水质良好。", "空气清新。", "秘密。"]).save_revision()
    draft = write(article, ENGLISH, [*PARAGRAPHS["en"][:2], "A secret."])
    draft.pins["en"] = pins_to_own_chinese(draft, None)["en"]
    draft.save_revision().publish()
    html = compared(visitor, article, "en")
    assert "秘密" not in html.get_text()
    assert "is not recorded" in html.select_one(".passage").get_text()


@pytest.mark.parametrize(
    ("count", "russian"),
    [
        (1, "В переводе нет 1 фрагмента китайского текста."),
        (2, "В переводе нет 2 фрагментов китайского текста."),
        (21, "В переводе нет 21 фрагмента китайского текста."),
    ],
)
def test_a_partial_translation_says_how_much_is_missing(count, russian, visitor, article):
    added = [f"新增第{number}段。" for number in range(count)]
    change_chinese(article, *PARAGRAPHS["zh-hans"], *added, **NOTE)
    assert notice(visitor, article, "ru").startswith(russian)
    assert f"{count} passage" in notice(visitor, article, "en")
    assert "not in this translation" in notice(visitor, article, "en")
    assert not read(visitor, article, "en").select(".change-mark")
    assert metadata(visitor, article, "en")["translation-freshness"] == "partial"
    assert len(compared(visitor, article, "en").select(".passage")) == count


def test_it_is_said_where_it_is_not_recorded_which_chinese_is_rendered(visitor, article):
    article.pins = {}
    article.save_revision().publish()
    assert notice(visitor, article, "en").startswith(
        "It is not recorded which Chinese text this translation was made from."
    )
    assert metadata(visitor, article, "en") == {"translation-freshness": "unknown"}


def test_it_is_counted_where_that_is_so_for_a_part(visitor, article):
    del article.pins["en"]["body.paragraph-1"], article.pins["en"]["body.paragraph-2"]
    article.save_revision().publish()
    assert notice(visitor, article, "en").startswith(
        "It is not recorded which Chinese text 2 passages of this translation were made from."
    )


def test_without_a_chinese_text_nothing_is_said_about_it(visitor, article):
    article.unpublish(languages=[CHINESE])
    assert notice(visitor, article, "en") == ""
    assert "no Chinese text" in read(visitor, article, "en").select_one("main").get_text()
    assert compared(visitor, article, "en").select_one("main")


def test_a_note_that_is_not_translated_is_shown_in_chinese_and_marked_so(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。", **{"zh-hans": "改了。"})
    note = read(visitor, article, "en").select_one('.change-notes [lang="zh-Hans"]')
    assert note.get_text() == "改了。"


def test_no_notice_says_that_anything_is_wrong(visitor, article):
    change_chinese(article, "水质优良。", "", "监测站有五个。", "新增。", **NOTE)
    for page in (read(visitor, article, "en"), compared(visitor, article, "en")):
        for offer in page.select(".page-end, .part-report"):
            offer.decompose()
        said = page.select_one("main").get_text().lower()
        assert not [word for word in ("wrong", "outdated", "error", "obsolete") if word in said]


# What machines are told


def test_machines_are_told_how_a_translation_stands(visitor, article):
    current = {"translation-freshness": "current", "translation-text-of": "2019-05-03"}
    assert metadata(visitor, article, "zh-hans") == {}
    assert metadata(visitor, article, "en") == current
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    assert metadata(visitor, article, "en") == current | {"translation-freshness": "behind"}
    source = read(visitor, article, "en").select_one('link[rel="dcterms.source"]')
    assert source["href"].endswith(address(article, "zh-hans"))
    assert source["hreflang"] == "zh-Hans"


# The comparison


def test_the_comparison_shows_the_translation_and_the_chinese_then_and_now(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。", **NOTE)
    html = compared(visitor, article, "en")
    (passage,) = html.select(".passage")
    assert passage["id"] == "body.paragraph-3"
    assert "There are three stations." in passage.get_text()
    chinese = passage.select_one('[lang="zh-Hans"]')
    assert [tag.get_text() for tag in chinese.select("del")] == ["[removed: 三个]"]
    assert [tag.get_text() for tag in chinese.select("ins")] == ["[added: 五个]"]
    assert NOTE["en"] in html.select_one(".change-notes").get_text()
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"
    assert html.select_one(f'main a[href="{address(article, "en")}"]')


def test_the_comparison_of_a_current_translation_says_that_nothing_differs(visitor, article):
    html = compared(visitor, article, "en")
    assert "No differences" in html.select_one("main").get_text()
    assert not html.select(".passage, .change-notes")


def test_the_comparison_shows_texts_as_texts(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "&lt;script&gt;监测站&lt;/script&gt;")
    html = compared(visitor, article, "en")
    assert not html.select("main script:not([src])")
    assert "<script>" in html.select_one("ins").get_text()


def test_a_comparison_whose_words_are_the_same_says_so(visitor, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有<b>三个</b>。")
    (passage,) = compared(visitor, article, "en").select(".passage")
    assert "The words are the same" in passage.get_text()


def test_there_is_no_comparison_of_what_is_not_public(visitor, admin, article):
    assert comparison(visitor, article, "en").status_code == 200
    article.unpublish(languages=[ENGLISH])
    assert comparison(visitor, article, "en").status_code == 404
    assert comparison(visitor, article, "ru").status_code == 200
    NewsArticle.objects.get(pk=article.pk).unpublish()
    for code in ("zh-hans", "en", "ru"):
        assert comparison(visitor, article, code).status_code == 404
        assert comparison(admin, article, code).status_code == 404


def test_strangers_see_no_comparison_of_a_private_page(visitor, editor, article):
    PageViewRestriction.objects.create(
        page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    assert comparison(visitor, article, "en").status_code == 404
    response = comparison(editor, article, "en")
    assert response.status_code == 200
    assert "private" in response.headers["Cache-Control"]


def test_there_is_no_comparison_of_a_page_that_does_not_exist(visitor, home):
    for key in (1, 999_999):
        assert visitor.get(f"/en/changes/{key}/").status_code == 404


# Withdrawal


def listed(client: Client, page: BasePage, code: str, title: str) -> list[bool]:
    """Whether the page is in its index, on the site map and among the results of a search."""
    url = address(page, code)
    index = read(client, page.get_parent().specific, code)
    site_map = read(client, SiteMapPage.objects.get(), code)
    with translation.override(code):
        results = client.get(reverse("search"), {"q": title}).content.decode()
    places = (index.select_one("main"), site_map.select_one("main"))
    return [*(bool(place.select(f'a[href="{url}"]')) for place in places), f'"{url}"' in results]


def test_a_withdrawn_translation_is_replaced_by_a_notice(visitor, article):
    change_chinese(article, "水质不详。", kind="withdraw", **NOTE)
    Edition.objects.filter(page=article, language="en").update(
        last_published_at=RENDERED, withdrawn_at=CHANGED
    )
    html = read(visitor, article, "en")
    main = html.select_one("main").get_text(" ", strip=True)
    assert "not available in English" in main
    assert "The English text was withdrawn on 10 June 2019" in main
    assert NOTE["en"] in main
    assert "stations." not in main.replace(NOTE["en"], "")
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"
    assert [a["hreflang"] for a in html.select("main .original a")] == ["zh-Hans"]


def test_a_translation_that_never_was_is_not_called_withdrawn(visitor, db):
    page = BasePage.objects.get(slug="birds-and-wind-turbines")
    assert "снят" not in read(visitor, page, "ru").select_one("main").get_text()


def test_a_withdrawn_translation_is_in_no_list(visitor, db):
    page = BasePage.objects.get(slug="education").specific
    english, russian = page.title_en, page.title_ru
    assert listed(visitor, page, "ru", russian) == [True, True, True]
    page.unpublish(languages=[RUSSIAN])
    assert listed(visitor, page, "ru", russian) == [False, False, False]
    assert listed(visitor, page, "en", english) == [True, True, True]


def test_a_withdrawn_section_is_not_in_the_menu(visitor, home):
    def menu(code):
        return [a["href"] for a in read(visitor, home, code).select(".main-menu a")]

    page = BasePage.objects.get(slug="policies").specific
    assert address(page, "ru") in menu("ru")
    page.unpublish(languages=[RUSSIAN])
    assert address(page, "ru") not in menu("ru")
    assert address(page, "en") in menu("en")


def test_switch_and_alternates_agree_with_the_editions_of_every_page(visitor, home):
    for page in BasePage.objects.descendant_of(home, inclusive=True).published():
        editions = Edition.objects.live().filter(page=page)
        live = [get_language(code) for code in editions.values_list("language", flat=True)]
        html = read(visitor, page, live[0].code)
        alternates = {link["hreflang"] for link in html.select('link[rel="alternate"][hreflang]')}
        has_default = {"x-default"} if CHINESE in live else set()
        assert alternates == {language.tag for language in live} | has_default
        absent = [li for li in html.select(".language-switch li") if li.select(".note")]
        assert {li.a["hreflang"] for li in absent} == {
            language.tag for language in languages() if language not in live
        }


def test_lists_follow_the_editions_and_not_the_columns(visitor, article):
    index = article.get_parent().specific
    Edition.objects.filter(page=article, language="en").update(state=Edition.State.WITHDRAWN)
    assert not read(visitor, index, "en").select(f'main a[href="{address(article, "en")}"]')
    assert read(visitor, index, "ru").select(f'main a[href="{address(article, "ru")}"]')


# Preview


def test_a_preview_shows_the_notice_that_the_public_would_see(admin, article):
    change_chinese(article, "水质良好。", "空气清新。", "监测站有五个。")
    draft = write(article, ENGLISH, [*PARAGRAPHS["en"][:2], "Stations: three."])
    shown = draft.make_preview_request(preview_mode="en").content.decode()
    assert "1 passage differs" in shown
    draft.pins["en"] = pins_to_own_chinese(draft, CHANGED)["en"]
    shown = draft.make_preview_request(preview_mode="en").content.decode()
    assert "passage differs" not in shown
    assert "Stations: three." in shown
