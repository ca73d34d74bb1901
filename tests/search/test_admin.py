"""What the admin offers about the search: terms, picks, hot keywords, the report of searches."""

import csv
from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook

from mep_site.search.models import Pick, SearchCount, Term
from mep_site.search.models.counts import count_search
from mep_site.siteconfig.models import HotKeyword, SiteConfiguration
from tests.admin_forms import errors, send

from .pages import published

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/searches/"
TERMS, PICKS = "/admin/snippets/search/term/", "/admin/snippets/search/pick/"
EXPORTS = [f"{REPORT}?export=csv", f"{REPORT}?export=xlsx", f"{TERMS}?export=csv"]
FORMS = [
    f"{kind}{view}" for kind in (TERMS, PICKS) for view in ("add/", "edit/{pk}/", "delete/{pk}/")
]
TERM = {
    "name_zh_hans": "水獭", "name_en": "otter", "name_ru": "выдра",
    **{f"{field}_{code}": "" for field in ("abbreviation", "synonyms")
       for code in ("zh_hans", "en", "ru")},
}  # fmt: skip


def addresses():
    """Every address of the admin about the search, with the key of a term or a pick in it."""
    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, route)
            elif any(
                part in route for part in ("search/term/", "search/pick/", "reports/searches/")
            ):
                found.append(route.replace("<int:pk>", "{pk}").replace("<str:pk>", "{pk}"))

    walk(get_resolver().url_patterns, "/")
    return found


def filled(address):
    """An address with the key of a term or a pick that there is."""
    model = Term if "/term/" in address else Pick
    return address.format(pk=model.objects.order_by("pk").first().pk)


# Who may do what


def test_the_addresses_are_all_that_wagtail_makes():
    views = {"add", "edit", "delete", "usage", "history", "copy"}
    assert views <= {
        address.rstrip("/").removesuffix("/{pk}").rpartition("/")[2] for address in addresses()
    }
    assert len(addresses()) == 20


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


@pytest.mark.parametrize("address", [*addresses(), *EXPORTS])
@pytest.mark.parametrize("person", ["editor", "publisher"])
def test_who_has_the_right_is_let_in(person, address, request):
    assert request.getfixturevalue(person).get(filled(address)).status_code == 200


@pytest.mark.parametrize("address", FORMS)
def test_nothing_is_changed_by_a_forged_form_of_somebody_without_the_right(
    address, russian_translator
):
    terms, picks = list(Term.objects.values()), list(Pick.objects.values())
    page = published(title_en="Otters")
    data = {**TERM, "page": page.pk, "language": "ru", "queries": "выдра", "since": "", "until": ""}
    russian_translator.post(filled(address), data)
    assert (list(Term.objects.values()), list(Pick.objects.values())) == (terms, picks)


@pytest.mark.parametrize("right", ["add", "change", "delete"])
def test_each_right_opens_its_own_form_only(right, russian_translator):
    person = russian_translator.get("/admin/account/").wsgi_request.user
    person.user_permissions.add(
        Permission.objects.get(content_type__app_label="search", codename=f"{right}_term")
    )
    views = {"add": "add/", "change": "edit/{pk}/", "delete": "delete/{pk}/"}
    for name, view in views.items():
        response = russian_translator.get(filled(TERMS + view))
        assert (response.status_code == 200) == (name == right), view
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


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"since": "2020-05-02", "until": "2020-05-01"}, "结束日期不能早于开始日期"),
        ({"queries": "…\n!!"}, "请至少填写一个访客会输入的词语"),
        ({"queries": ""}, "必需字段"),
        ({"page": ""}, "必需字段"),
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


def test_hot_keywords_are_kept_by_the_administrators(admin, editor, russian_translator, visitor):
    site = SiteConfiguration.objects.get().site_id
    url = reverse("wagtailsettings:edit", args=["siteconfig", "siteconfiguration", site])
    assert visitor.get(url).headers["Location"].startswith("/admin/login/")
    assert editor.get(url).headers["Location"] == "/admin/"
    assert russian_translator.get(url).headers["Location"] == "/admin/"
    assert admin.get(url).status_code == 200


def test_hot_keywords_are_offered_before_anything_is_typed(visitor):
    HotKeyword.objects.update(label_zh_hans="水獭")
    page = BeautifulSoup(visitor.get("/zh-hans/search/").content, "html.parser")
    assert "水獭" in page.select_one("[aria-labelledby=often-searched]").text


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(None, None, True), (0, 0, True), (None, -1, False), (1, None, False), (-2, 2, True)],
)
def test_a_hot_keyword_is_offered_on_its_days_only(since, until, holds, visitor):
    def day(offset):
        return None if offset is None else timezone.localdate() + timedelta(offset)

    HotKeyword.objects.filter(label_en="soil").update(since=day(since), until=day(until))
    page = BeautifulSoup(visitor.get("/en/search/").content, "html.parser")
    offered = [link.text for link in page.select("[aria-labelledby=often-searched] a")]
    assert ("soil" in offered) == holds
    assert "water" in offered


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
