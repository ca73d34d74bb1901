"""The home page shows the sections that an editor arranges, in each language what there is."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation
from wagtail.blocks import Block

from departments.models import Leader, LeaderIndex
from mep_site.charts import Point, drawn
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.home.sections import SectionsBlock
from mep_site.home.sections.figures import PartialDateBlock
from mep_site.translations.languages import get_language, languages
from news.models import Event, EventIndex, NewsArticle, NewsIndex, PolicyArticle, PolicyIndex

from .demo_of_today import demo_of_today
from .test_blocks import shown_in_preview

CODES = [language.code for language in languages()]
SECTIONS = SectionsBlock().child_blocks
SERVICE = {"name": "", "text": "", "page": None, "url": "", "telephone": ""}
POINTS = (Point("2023", 1234.5), Point("2024", 1300.0), Point("2025", 1288.25))


def section(name: str, identifier: str = "s", **value: Any) -> dict[str, Any]:
    return {"type": name, "id": identifier, "value": {"heading": "", **value}}


def figure(label: str, number: str) -> dict[str, Any]:
    value = {"number": number, "unit": "%", "label": label, "date": "2025", "source": "S"}
    return {"type": "item", "id": "f", "value": value}


def arrange(home: HomePage, **bodies: list[dict[str, Any]]) -> None:
    """Store these sections, by the suffix of their language; the others have none."""
    columns = {language.column("sections"): [] for language in languages()}
    columns |= {f"sections_{suffix}": body for suffix, body in bodies.items()}
    HomePage.objects.filter(pk=home.pk).update(**columns)


def seen(code: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get(f"/{code}/").content, "html.parser")


def words(html: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in html.select(selector)]


# What it is arranged from


@pytest.mark.parametrize("block", SECTIONS.values(), ids=lambda block: block.name)
def test_a_section_is_described_and_shown_to_editors(block: Block, editor):
    assert block.get_description()
    with demo_of_today():
        assert shown_in_preview(editor, block)


@pytest.mark.parametrize("code", CODES)
def test_sections_without_entries_are_left_out(code, home):
    empty = [section("events", index=EventIndex.objects.get().pk), section("services", services=[])]
    arrange(home, zh_hans=empty)
    assert seen(code).select_one(".home-sections").get_text(strip=True) == ""


def test_a_list_that_is_not_public_is_left_out(home):
    index = NewsIndex.objects.get()
    arrange(home, zh_hans=[section("entries", index=index.pk, look="dates", first=None)])
    assert words(seen("en"), ".section-heading") == ["News"]
    index.unpublish(languages=[get_language("en")])
    assert words(seen("en"), ".section-heading") == []
    assert words(seen("ru"), ".section-heading") == ["Новости"]


# One arrangement, texts in each language


def test_a_section_without_words_stands_in_every_language_at_once(home):
    arrange(home, zh_hans=[section("leaders", index=LeaderIndex.objects.get().pk)])
    assert [words(seen(code), ".section-heading") for code in CODES] == [
        ["部领导"],
        ["Leaders"],
        ["Руководство"],
    ]


def test_a_section_is_left_out_until_its_words_are_translated(home):
    chinese = [section("figures", figures=[figure("优良天数", "87.2")])]
    arrange(home, zh_hans=chinese)
    assert words(seen("en"), ".home-sections section") == []
    english = [section("figures", figures=[figure("Good days", "80")])]
    arrange(home, zh_hans=chinese, en=english)
    assert words(seen("en"), ".figure-tile p:nth-child(2)") == ["Good days"]


def test_facts_are_those_of_the_chinese_text(home):
    arrange(
        home,
        zh_hans=[section("figures", figures=[figure("优良天数", "87.2")])],
        en=[section("figures", figures=[figure("Good days", "80")])],
    )
    assert words(seen("en"), ".figure-tile b") == ["87.2"]


def test_sections_stand_in_the_order_of_the_chinese_text(home):
    one, two = (
        section("figures", name, heading=name, figures=[figure(name, "1")]) for name in ("a", "b")
    )
    arrange(home, zh_hans=[two, one], en=[one, two])
    assert words(seen("en"), ".section-heading") == ["b", "a"]


@pytest.mark.parametrize("code", CODES)
def test_a_preview_shows_the_draft_in_each_language(code, home, rf):
    home.sections_zh_hans = [section("leaders", index=LeaderIndex.objects.get().pk)]
    response = home.serve_preview(rf.get(f"/{code}/"), code)
    html = BeautifulSoup(response.content, "html.parser")
    assert len(html.select(".home-sections section")) == 1


# Lists


def entries(**options: Any) -> list[dict[str, Any]]:
    index = NewsIndex.objects.get().pk
    return [section("entries", **{"index": index, "look": "pictures", "first": None, **options})]


def test_the_newest_with_a_picture_is_large_and_those_without_are_not_shown(home):
    arrange(home, zh_hans=entries())
    newest = NewsArticle.objects.live().order_by("-date").first()
    html = seen("zh-hans")
    assert words(html, ".lead-story h3") == [newest.title_zh_hans]
    assert len(html.select(".story")) == len(html.select(".story img")) == 4


def test_an_old_article_that_an_editor_chose_stands_first(home):
    oldest = NewsArticle.objects.live().exclude(title_en=None).order_by("date").first()
    arrange(home, zh_hans=entries(first=oldest.pk))
    html = seen("en")
    assert words(html, ".lead-story h3") == [oldest.title_en]
    assert oldest.title_en not in words(html, ".story h3")
    assert len(html.select(".story")) == 4


def test_an_article_that_nobody_can_read_stands_nowhere(home):
    draft = NewsArticle.objects.filter(live=False).first()
    arrange(home, zh_hans=entries(first=draft.pk))
    assert draft.title_en not in words(seen("en"), "h3")


def test_the_minister_stands_first_with_the_first_post(home):
    arrange(home, zh_hans=[section("leaders", index=LeaderIndex.objects.get().pk)])
    first = Leader.objects.live().order_by("path").first()
    assert words(seen("ru"), ".leader h3")[0] == first.title_ru
    assert words(seen("ru"), ".leader p")[0] == first.current_posts[0].name_ru


# Days


@pytest.mark.parametrize(
    ("code", "in_three_days", "today"),
    [
        ("zh-hans", "还剩3天", "征求意见今日截止。"),
        ("en", "3 days left", "Comments are taken until the end of today."),
        ("ru", "осталось 3 дня", "Замечания принимаются до конца сегодняшнего дня."),
    ],
)
def test_an_open_consultation_says_how_many_days_are_left(code, in_three_days, today, home):
    arrange(home, zh_hans=[section("consultations", index=PolicyIndex.objects.get().pk)])
    drafts = PolicyArticle.objects.exclude(comments_until=None)
    drafts.update(comments_until=timezone.localdate() + timedelta(days=3))
    found = words(seen(code), ".consultations .details")
    assert len(found) == 2
    assert in_three_days in found[0]
    drafts.update(comments_until=timezone.localdate())
    assert words(seen(code), ".consultations .details") == [today, today]
    drafts.update(comments_until=timezone.localdate() - timedelta(days=1))
    assert words(seen(code), ".consultations") == []


def test_a_consultation_that_is_over_says_so_on_its_page(visitor, db):
    draft = PolicyArticle.objects.exclude(comments_until=None).first()
    html = BeautifulSoup(visitor.get(draft.get_url()).content, "html.parser")
    assert [fact for fact in words(html, ".facts dd") if fact.startswith("征求意见已于")]


@pytest.mark.every_database
def test_events_are_shown_from_the_next_one_to_the_last_day(home):
    arrange(home, zh_hans=[section("events", index=EventIndex.objects.get().pk)])
    over, goes_on, next_one, *others = Event.objects.live().order_by("path")
    today = timezone.localdate()
    days = {over: (-5, -1), goes_on: (-2, 0), next_one: (1, None)}
    for event, (first, last) in days.items():
        event.starts_on = today + timedelta(days=first)
        event.ends_on = last if last is None else today + timedelta(days=last)
        event.save()
    for event in others:
        event.unpublish()
    assert words(seen("en"), ".events a[href*=events] ")[1:] == [
        goes_on.title_en,
        next_one.title_en,
    ]


@pytest.mark.parametrize(
    ("code", "one_day", "several"),
    [
        ("zh-hans", "2027年3月8日 09:30–11:00", "2027年3月8日至10日"),
        ("en", "8 March 2027 09:30–11:00", "8–10 Mar 2027"),
        ("ru", "8 марта 2027 г. 09:30–11:00", "8–10 мар. 2027 г."),
    ],
)
def test_an_event_says_when_it_takes_place(code, one_day, several, visitor, some):
    event = some(Event)
    event.starts_on, event.ends_on = date(2027, 3, 8), None
    event.starts_at, event.ends_at = "09:30", "11:00"
    event.save()
    assert time_of(visitor, event, code) == one_day
    event.starts_at = event.ends_at = None
    event.ends_on = date(2027, 3, 10)
    event.save()
    assert time_of(visitor, event, code) == several


def time_of(visitor: Client, event: Event, code: str) -> str:
    with translation.override(code):
        html = BeautifulSoup(visitor.get(event.get_url()).content, "html.parser")
    # Between a number and what it counts Russian has a space that does not break.
    return words(html, ".margin .facts dd")[0].replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ends_on": "2027-03-07"}, "ends_on"),
        ({"ends_at": "10:00"}, "starts_at"),
        ({"starts_at": "10:00", "ends_at": "09:00"}, "ends_at"),
    ],
)
def test_an_event_that_ends_before_it_begins_is_refused(fields, wrong, some):
    event = some(Event)
    event.starts_on, event.ends_on, event.starts_at, event.ends_at = "2027-03-08", None, None, None
    for name, value in fields.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert set(refused.value.message_dict) == {wrong}


# Services


def chart(*rows: list[Any], kinds: tuple[str, ...] = ("text", "number"), **value: Any) -> dict:
    columns = [{"type": kind, "heading": kind} for kind in kinds]
    table = {"caption": "Good days", "columns": columns, "rows": [{"values": row} for row in rows]}
    return section("chart", kind="line", table=table, date="2025", source="S", **value)


def services(**way: Any) -> list[dict[str, Any]]:
    items = [{"type": "item", "id": "i", "value": SERVICE | {"name": "Hotline", **way}}]
    return [section("services", services=items)]


@pytest.mark.parametrize("way", [{"telephone": "12369"}, {"url": "https://permits.example/"}])
def test_a_service_leads_to_a_telephone_or_another_site(way, home):
    arrange(home, zh_hans=services(**way))
    (value,) = way.values()
    assert seen("zh-hans").select_one(".services a")["href"] in {value, f"tel:{value}"}


def test_a_service_on_a_page_goes_with_the_page(home):
    page = BasePage.objects.get(slug="permits")
    arrange(home, zh_hans=services(page=page.pk))
    assert seen("zh-hans").select(f'.services a[href="{page.get_url()}"]')
    page.specific.unpublish()
    assert seen("zh-hans").select(".services") == []


@pytest.mark.parametrize("unfinished", [services()[0], chart(["2025", "87.2"])])
def test_a_draft_may_be_unfinished(unfinished, home):
    block = SECTIONS[unfinished["type"]]
    assert block.clean_deferred(block.to_python(unfinished["value"]))
    arrange(home, zh_hans=[unfinished])
    assert seen("zh-hans").select(".home-sections section") == []


@pytest.mark.parametrize("way", [{}, {"telephone": "12369", "url": "https://permits.example/"}])
def test_a_service_that_leads_nowhere_or_to_two_places_is_refused(way):
    assert refusal("services", services(**way)) == [
        "请选择页面，或者填写网址，或者填写电话，三者只取其一。"
    ]


def refusal(name: str, body: list[dict[str, Any]]) -> list[str]:
    """What an editor is told of the only section of a body."""
    block = SECTIONS[name]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(body[0]["value"]))
    told = refused.value.as_json_data()
    return re.findall(r"'([^']*[\u4e00-\u9fff][^']*)'", str(told))


# Figures


@pytest.mark.parametrize("kind", ["line", "bars"])
@pytest.mark.parametrize(("code", "tick"), [("zh-hans", r"1,\d{3}"), ("ru", r"1\u00a0\d{3}")])
def test_a_chart_is_drawn_without_styles_and_scripts(kind, code, tick, db):
    svg = BeautifulSoup(drawn(kind, "Good <days>", POINTS, get_language(code)), "html.parser").svg
    assert (svg["role"], svg["aria-label"]) == ("img", "Good <days>")
    assert not svg.select("style, script, [style], [onclick], [href]")
    labels = [each.get_text() for each in svg.select("text")]
    assert {"2023", "2025"} <= {*labels}
    assert [label for label in labels if re.fullmatch(tick, label)]


def test_the_table_of_a_chart_is_behind_it(home):
    rows = [["2023", "84.6"], ["2024", "86.3"], ["2025", "87.2"]]
    arrange(home, zh_hans=[chart(*rows)])
    html = seen("zh-hans")
    assert words(html, ".chart h2") == ["Good days"]
    assert words(html, ".chart details tbody tr") == [" ".join(row) for row in rows]
    assert html.select_one(".chart svg path")


@pytest.mark.parametrize(
    "faulty",
    [
        chart(["2025", "87.2"]),
        chart(["87.2", "2024"], ["87.2", "2025"], kinds=("number", "number")),
        chart(["2024", "1", "2"], ["2025", "1", "2"], kinds=("text", "number", "number")),
        chart(["2024", None], ["2025", "87.2"]),
    ],
)
def test_a_table_that_cannot_be_drawn_is_refused(faulty):
    assert refusal("chart", [faulty]) == ["图表需要表题、一列文字、一列数字，以及至少两行数据。"]


def test_a_figure_has_a_date_that_exists():
    block = PartialDateBlock()
    assert [block.clean(value) for value in ("2025", "2025-06", " 2025-06-30 ")] == [
        "2025",
        "2025-06",
        "2025-06-30",
    ]
    with pytest.raises(ValidationError):
        block.clean("30.06.2025")


def test_a_first_page_from_another_list_is_refused(db):
    policy = PolicyArticle.objects.live().first()
    assert refusal("entries", entries(first=policy.pk)) == ["该页面不在所选列表之下。"]
