"""What the admin offers about the search: terms, picks, hot keywords, the report of searches."""

import csv
from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone, translation
from openpyxl import load_workbook

from mep_site.search.models import Pick, SearchCount, Term
from mep_site.search.models.counts import count_search
from mep_site.siteconfig.models import HotKeyword, SiteConfiguration
from tests.admin_forms import errors, send

from .pages import published

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/searches/"
TERMS, PICKS = "/admin/snippets/search/term/", "/admin/snippets/search/pick/"
KEYWORDS = "/admin/snippets/siteconfig/hotkeyword/"
KEPT = {"search/term/": Term, "search/pick/": Pick, "siteconfig/hotkeyword/": HotKeyword}
EXPORTS = [f"{REPORT}?export=csv", f"{REPORT}?export=xlsx", f"{TERMS}?export=csv"]
FORMS = [
    f"{kind}{view}"
    for kind in (TERMS, PICKS, KEYWORDS)
    for view in ("add/", "edit/{pk}/", "delete/{pk}/")
]
TERM = {
    "name_zh_hans": "水獭", "name_en": "otter", "name_ru": "выдра",
    **{f"{field}_{code}": "" for field in ("abbreviation", "synonyms")
       for code in ("zh_hans", "en", "ru")},
}  # fmt: skip
KEYWORD = {
    "label_zh_hans": "水獭", "label_en": "otters", "label_ru": "выдры",
    "page": "", "url": "", "since": "", "until": "",
}  # fmt: skip


def everything_kept():
    return [list(model.objects.values()) for model in KEPT.values()]


def addresses():
    """Every address of the admin about the search, with a place for the key of what is kept."""
    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, route)
            elif any(part in route for part in (*KEPT, "reports/searches/")):
                found.append(route.replace("<int:pk>", "{pk}").replace("<str:pk>", "{pk}"))

    walk(get_resolver().url_patterns, "/")
    return found


def filled(address):
    """An address with the key of a term, a pick or a keyword that there is."""
    model = next((model for part, model in KEPT.items() if part in address), Pick)
    return address.format(pk=model.objects.order_by("pk").first().pk)


# Who may do what


def test_the_addresses_are_all_that_wagtail_makes():
    views = {"add", "edit", "delete", "usage", "history", "copy"}
    assert views <= {
        address.rstrip("/").removesuffix("/{pk}").rpartition("/")[2] for address in addresses()
    }
    assert len(addresses()) == 30


@pytest.mark.parametrize("address", [*addresses(), *EXPORTS])
def test_a_stranger_is_sent_to_the_login(address, visitor):
    response = visitor.get(filled(address))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/?next=")


@pytest.mark.parametrize("address", [*addresses(), *EXPORTS])
@pytest.mark.parametrize("translator", ["english_translator", "russian_translator"])
def test_who_has_no_right_is_refused(translator, address, request):
    response = request.getfixturevalue(translator).get(filled(address))
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", [each for each in [*addresses(), *EXPORTS] if "/reorder/" not in each]
)
@pytest.mark.parametrize("person", ["editor", "publisher"])
def test_who_has_the_right_is_let_in(person, address, request):
    assert request.getfixturevalue(person).get(filled(address)).status_code == 200


@pytest.mark.parametrize("address", FORMS)
def test_nothing_is_changed_by_a_forged_form_of_somebody_without_the_right(
    address, russian_translator
):
    before = everything_kept()
    page = published(title_en="Otters")
    data = {**TERM, **KEYWORD, "page": page.pk, "language": "ru", "queries": "выдра"}
    russian_translator.post(filled(address), data)
    assert everything_kept() == before


@pytest.mark.parametrize("action", ["add", "change", "delete"])
def test_each_permission_opens_its_own_form_only(action, russian_translator):
    person = russian_translator.get("/admin/account/").wsgi_request.user
    person.user_permissions.add(
        Permission.objects.get(content_type__app_label="search", codename=f"{action}_term")
    )
    views = {"add": "add/", "change": "edit/{pk}/", "delete": "delete/{pk}/"}
    for name, view in views.items():
        response = russian_translator.get(filled(TERMS + view))
        assert (response.status_code == 200) == (name == action), view
    assert russian_translator.get(REPORT).status_code == 302


@pytest.mark.parametrize("model", ["term", "pick"])
def test_nothing_is_chosen_from_terms_and_picks(model):
    """Choosers are open to everybody who may enter the admin."""
    with pytest.raises(NoReverseMatch):
        reverse(f"wagtailsnippetchoosers_search_{model}:choose")


def test_menus_show_what_one_may_open(editor, russian_translator):
    for address in (REPORT, TERMS, PICKS):
        assert address in editor.get("/admin/").content.decode()
        assert address not in russian_translator.get("/admin/").content.decode()


# Terms


@pytest.mark.slow
def test_a_term_works_as_soon_as_it_is_saved(editor, visitor):
    published(title_zh_hans="水獭归来")
    assert "水獭归来" not in visitor.get("/en/search/", {"q": "otter"}).content.decode()
    response = send(editor, f"{TERMS}add/", **TERM)
    assert response.status_code == 302, errors(response)
    term = Term.objects.get(name_en="otter")
    assert "水獭" in visitor.get("/en/search/", {"q": "otter"}).content.decode()
    send(editor, f"{TERMS}edit/{term.pk}/", name_en="beaver")
    assert "水獭" in visitor.get("/en/search/", {"q": "beavers"}).content.decode()
    assert "水獭" not in visitor.get("/en/search/", {"q": "otter"}).content.decode()
    editor.post(f"{TERMS}delete/{term.pk}/")
    assert "水獭" not in visitor.get("/en/search/", {"q": "beavers"}).content.decode()


def test_a_term_with_one_form_is_refused_in_the_language_of_the_editor(editor):
    typed = {**TERM, "name_en": "", "name_ru": "", "name_zh_hans": "水獭"}
    response = send(editor, f"{TERMS}add/", **typed)
    assert "请至少填写两种写法" in errors(response), errors(response)
    assert kept(response)["name_zh_hans"] == "水獭"
    assert not Term.objects.filter(name_zh_hans="水獭").exists()


# Picks


def kept(response):
    """What the fields of a form hold that was refused."""
    page = BeautifulSoup(response.content, "html.parser")
    values = {each["name"]: each.get("value", "") for each in page.select("input[name]")}
    return values | {each["name"]: each.text.strip() for each in page.select("textarea[name]")}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"since": "2020-05-02", "until": "2020-05-01"}, "结束日期不能早于开始日期"),
        ({"queries": "…\n!!"}, "请至少填写一个访客会输入的词语"),
        ({"queries": ""}, "此项必填"),
        ({"page": ""}, "此项必填"),
        ({"since": "yesterday"}, "有效的日期"),
    ],
)
def test_a_pick_that_makes_no_sense_is_refused_and_what_was_typed_is_kept(typed, message, editor):
    whole = {"page": str(published(title_en="Otters").pk), "language": "en", "queries": "lutra",
             "since": "", "until": ""}  # fmt: skip
    response = send(editor, f"{PICKS}add/", **whole | typed)
    assert response.status_code == 200
    assert message in errors(response), errors(response)
    for name, value in ({"queries": "lutra"} | typed).items():
        assert kept(response)[name] == value.strip()
    assert not Pick.objects.filter(queries=whole["queries"]).exists()


@pytest.mark.slow
def test_a_pick_holds_on_its_days_and_in_its_language(editor, visitor):
    page = published(title_en="Otters return", title_ru="Выдра вернулась")
    today = timezone.localdate()

    def is_picked(code):
        response = visitor.get(f"/{code}/search/", {"q": "lutra"})
        return bool(BeautifulSoup(response.content, "html.parser").select(".picks a"))

    def dated(since, until):
        days = [
            str(today + timedelta(days=each)) if each is not None else "" for each in (since, until)
        ]
        return dict(zip(("since", "until"), days, strict=True))

    whole = {"page": str(page.pk), "language": "en", "queries": "lutra"}
    response = send(editor, f"{PICKS}add/", **whole, **dated(None, None))
    assert response.status_code == 302, errors(response)
    assert (is_picked("en"), is_picked("ru")) == (True, False)
    pick = Pick.objects.get(page=page)
    for since, until, holds in (
        (0, 0, True), (0, None, True), (None, 0, True), (1, None, False), (None, -1, False),
    ):  # fmt: skip
        send(editor, f"{PICKS}edit/{pick.pk}/", **dated(since, until))
        assert is_picked("en") == holds, (since, until)


# Hot keywords


def offered(visitor, code="en"):
    page = BeautifulSoup(visitor.get(f"/{code}/search/").content, "html.parser")
    links = page.select("[aria-labelledby=often-searched] a")
    return {link.text: link["href"] for link in links}


def test_a_new_hot_keyword_is_offered_at_once_after_the_others(editor, visitor):
    response = send(editor, f"{KEYWORDS}add/", **KEYWORD)
    assert response.status_code == 302, errors(response)
    for code, word in (("zh-hans", "水獭"), ("en", "otters"), ("ru", "выдры")):
        assert list(offered(visitor, code))[-1] == word
    assert offered(visitor)["otters"] == "/en/search/?q=otters"


def test_a_hot_keyword_can_lead_to_a_page_and_be_called_by_its_title(editor, visitor):
    page = published(title_en="Otters return")
    response = send(editor, f"{KEYWORDS}add/", page=str(page.pk))
    assert response.status_code == 302, errors(response)
    assert offered(visitor)["Otters return"].endswith(f"/en/news/{page.slug}/")
    assert "Otters return" not in offered(visitor, "ru")


@pytest.mark.parametrize(("since", "holds"), [(0, True), (1, False)])
def test_an_editor_lets_a_hot_keyword_begin_on_a_day(since, holds, editor, visitor):
    begin = timezone.localdate() + timedelta(days=since)
    response = send(editor, f"{KEYWORDS}add/", **KEYWORD | {"since": str(begin)})
    assert response.status_code == 302, errors(response)
    assert ("otters" in offered(visitor)) == holds


def test_the_first_hot_keyword_of_a_site_makes_its_settings_and_a_look_at_the_form_does_not(
    admin, visitor
):
    SiteConfiguration.objects.all().delete()
    admin.get(f"{KEYWORDS}add/")
    assert not SiteConfiguration.objects.exists()
    response = send(admin, f"{KEYWORDS}add/", **KEYWORD)
    assert response.status_code == 302, errors(response)
    assert list(offered(visitor)) == ["otters"]


@pytest.mark.parametrize("person", ["editor", "publisher"])
def test_hot_keywords_are_put_in_order(person, visitor, request):
    keyword = HotKeyword.objects.get(label_en="SCO")
    client = request.getfixturevalue(person)
    response = client.post(f"{KEYWORDS}reorder/{keyword.pk}/?position=0")
    assert response.status_code == 200
    assert next(iter(offered(visitor))) == "SCO"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (dict.fromkeys(("label_zh_hans", "label_en", "label_ru"), ""), "请填写显示名称或选择页面"),
        ({"since": "2020-05-02", "until": "2020-05-01"}, "结束日期不能早于开始日期"),
        ({"url": "otters"}, "有效的 URL"),
        ({"page": "home", "url": "https://example.org/"}, "请选择页面或填写网址，不能同时填写两项"),
    ],
)
def test_a_hot_keyword_that_makes_no_sense_is_refused_and_nothing_typed_is_lost(
    typed, message, editor, home
):
    whole = KEYWORD | typed | ({"page": str(home.pk)} if "page" in typed else {})
    response = send(editor, f"{KEYWORDS}add/", **whole)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert {name: value for name, value in kept(response).items() if name in whole} == whole
    assert not HotKeyword.objects.filter(label_en="otters").exists()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("zh-hans", "请填写显示名称或选择页面。"),
        ("en", "Enter a label or choose a page."),
        ("ru", "Введите текст ссылки или выберите страницу."),
    ],
)
def test_a_hot_keyword_without_words_is_refused_in_the_language_of_the_reader(code, message, db):
    with translation.override(code):
        with pytest.raises(ValidationError) as refusal:
            HotKeyword().clean()
        assert refusal.value.messages == [message]


@pytest.mark.slow
def test_the_settings_keep_the_hot_keywords_when_they_are_saved(admin):
    before = list(HotKeyword.objects.values())
    site = SiteConfiguration.objects.get().site_id
    url = reverse("wagtailsettings:edit", args=["siteconfig", "siteconfiguration", site])
    assert b"hot_keywords" not in admin.get(url).content
    response = send(admin, url, short_name_en="MEE")
    assert response.status_code == 302, errors(response)
    assert SiteConfiguration.objects.get().short_name_en == "MEE"
    assert list(HotKeyword.objects.values()) == before


def test_hot_keywords_are_offered_before_anything_is_typed(visitor):
    HotKeyword.objects.update(label_zh_hans="水獭")
    assert "水獭" in offered(visitor, "zh-hans")


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(None, None, True), (0, 0, True), (None, -1, False), (1, None, False), (-2, 2, True)],
)
def test_a_hot_keyword_is_offered_on_its_days_only(since, until, holds, visitor):
    def day(offset):
        return None if offset is None else timezone.localdate() + timedelta(offset)

    HotKeyword.objects.filter(label_en="soil").update(since=day(since), until=day(until))
    assert ("soil" in offered(visitor)) == holds
    assert "water" in offered(visitor)


@pytest.mark.asvs("2.2.3")
def test_a_hot_keyword_that_ends_before_it_begins_is_refused():
    row = HotKeyword.objects.filter(label_en="soil").get()
    row.since, row.until = timezone.localdate(), timezone.localdate() - timedelta(1)
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert set(refusal.value.message_dict) == {"until"}


# The report


def rows(response):
    page = BeautifulSoup(response.content, "html.parser")
    found = page.select("tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("td")] for row in found]


def test_the_report_adds_up_searches_and_shows_those_in_vain(editor):
    count_search("otters", "en", False)
    count_search("otters", "en", True)
    count_search("выдры", "ru", True)
    assert ["otters", "English", "2", "1"] in rows(editor.get(REPORT))
    in_vain = rows(editor.get(REPORT, {"in_vain": "true"}))
    assert [row[0] for row in in_vain] == ["otters"]
    russian = rows(editor.get(REPORT, {"language": "ru"}))
    assert [row[0] for row in russian] == ["выдры"]


def test_the_report_can_be_narrowed_to_days(editor):
    count_search("otters", "en", True)
    SearchCount.objects.update(day="2020-05-02")
    days = {"day_from": "2020-05-02", "day_to": "2020-05-02"}
    assert rows(editor.get(REPORT, days))
    assert not rows(editor.get(REPORT, days | {"day_from": "2020-05-03", "day_to": "2020-05-04"}))


def test_what_visitors_typed_is_no_formula_in_a_spreadsheet(editor):
    count_search('=HYPERLINK("http://example.org")', "en", False)
    response = editor.get(REPORT, {"export": "csv"})
    text = response.getvalue().decode("utf-8-sig")
    (row,) = csv.DictReader(text.splitlines())
    assert next(iter(row.values())).startswith("'=hyperlink")
    book = load_workbook(BytesIO(editor.get(REPORT, {"export": "xlsx"}).getvalue()))
    assert book.active["A2"].data_type == "s"


def test_the_report_tells_nothing_about_a_person(editor, visitor):
    typed = ["anna@example.org", "+7 912 345-67-89", "otters"]
    for query in typed:
        visitor.get("/en/search/", {"q": query}, headers={"user-agent": "Otterbrowser"})
    assert [row[0] for row in rows(editor.get(REPORT))] == ["otters"]
    columns = {field.name for field in SearchCount._meta.get_fields()}
    assert columns == {"id", "day", "language", "query", "searches", "in_vain"}
