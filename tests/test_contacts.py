"""How an office is reached: numbers, hours, maps, and what it is for."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import translation

from departments.models import Institution
from mep_site.core.facts.office_hours import TO, office_hours, read_times
from mep_site.core.facts.reaching import map_address, validate_map_service
from mep_site.core.facts.telephones import DialledPiece, dialled_pieces, numbers_for
from mep_site.core.models import ContactPoint
from mep_site.pages.models import ContactPage
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.telephones import telephones_in
from mep_site.translations.languages import authoritative, get_language

from .test_public_pages import CODES, read

CHINESE, ENGLISH, RUSSIAN = (get_language(code) for code in CODES)
FULL = "tel:+86-10-8226-8232"


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("+86-10-82268232", FULL),
        ("010-82268232", FULL),
        ("(010) 8226 8232", FULL),
        ("01082268232", FULL),
        ("+86-10-82268232/8259", FULL),
        ("010-12345678", "tel:+86-10-1234-5678"),
        ("13812345678", "tel:+86-138-1234-5678"),
        ("+7 495 123-45-67", "tel:+7-495-123-45-67"),
        ("+86-10-82268232 ext. 12", f"{FULL};ext=12"),
        ("12369", "tel:12369"),
        ("110", "tel:110"),
        ("400-810-0000", "tel:4008100000"),
    ],
)
def test_a_number_is_dialled_however_it_was_typed(typed, href):
    (found,) = telephones_in(typed)
    assert found.href == href


@pytest.mark.parametrize("typed", ["82636213", "8226 8232", "12", "", "Room 12369", "2019-06-05"])
def test_what_may_be_no_number_is_not_dialled(typed):
    assert telephones_in(typed) == ()


@pytest.mark.parametrize(
    ("typed", "abroad"),
    [
        ("010-82268232", "+86 10 8226 8232"),
        ("+86-10-82268232", "+86-10-82268232"),
        ("010-82268232、010-82268233", "+86 10 8226 8232、+86 10 8226 8233"),
        ("82636213", "82636213"),
        ("12369", "12369"),
        ("400-810-0000", "400-810-0000"),
    ],
)
def test_readers_of_translations_see_the_code_of_the_country(typed, abroad):
    assert numbers_for(typed, authoritative()) == typed
    assert numbers_for(typed, ENGLISH) == numbers_for(typed, RUSSIAN) == abroad


def test_what_stands_beside_a_number_stays():
    assert list(dialled_pieces("T. 010-82268232 转 9", ENGLISH)) == [
        DialledPiece("T. "),
        DialledPiece("+86 10 8226 8232", FULL),
        DialledPiece(" 转 9"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (CHINESE, "星期一至星期五 08:30–11:30和13:30–17:00（北京时间）"),
        (ENGLISH, "Monday to Friday, 08:30–11:30 and 13:30–17:00 (Beijing time)"),
        (RUSSIAN, "понедельник\xa0– пятница, 08:30–11:30 и 13:30–17:00 (по пекинскому времени)"),
    ],
)
def test_hours_are_written_in_every_language(language, text):
    with translation.override(language.code):
        written = office_hours(0, 4, "08:30-11:30, 13:30-17:00").text(language)
        assert written.replace(TO, "–") == text


def test_one_day_is_named_once():
    with translation.override("en"):
        assert office_hours(5, None, "09:00-12:00").text(ENGLISH).startswith("Saturday, 09:00")
        assert office_hours(5, 5, "09:00-12:00").text(ENGLISH).startswith("Saturday, 09:00")


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize(
    "typed", ["8-12", "25:00-26:00", "12:00-09:00", "08:00-10:00, 09:00-11:00", "08:00-08:00", "x"]
)
def test_hours_that_cannot_be_are_refused(typed):
    with pytest.raises(ValueError, match=r".*"):
        read_times(typed)
    assert office_hours(0, 4, typed) is None, "A draft may hold them."


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"hours": "08:30-17:00"}, "hours"),
        ({"first_day": 0}, "hours"),
        ({"hours": "morning", "first_day": 0}, "hours"),
        ({"latitude": 39.9}, "longitude"),
        ({"latitude": 91, "longitude": 0}, "latitude"),
    ],
)
def test_a_contact_point_refuses_what_is_not_whole(facts, field):
    with pytest.raises(ValidationError) as error:
        ContactPoint(**facts).full_clean(exclude=["page"])
    assert set(error.value.message_dict) == {field}


def test_a_place_is_shown_on_the_map_that_was_set_else_on_that_of_the_device():
    assert map_address(39.9, 116.4, "") == "geo:39.9,116.4"
    service = "https://maps.example/?lat={latitude}&lon={longitude}"
    validate_map_service(service)
    assert map_address(39.9, 116.4, service) == "https://maps.example/?lat=39.9&lon=116.4"
    assert map_address(None, 116.4, service) == ""
    for wrong in ("https://maps.example/", "javascript:{latitude}{longitude}"):
        with pytest.raises(ValidationError):
            validate_map_service(wrong)


@pytest.mark.parametrize("code", CODES)
def test_an_institution_can_be_called_from_its_page_in_every_language(code, visitor, some):
    page = read(visitor, some(Institution), code)
    assert page.select_one("main .contact a[href^='tel:+86']")["href"] == FULL


@pytest.fixture
def point(some):
    """An office that an editor has entered in the Chinese way."""
    page = some(ContactPage)
    page.contact_points.update(
        telephone="010-82268232", fax="010-82268233", purpose_en="Ask us about <otters>."
    )
    return page


def test_the_page_tells_what_the_office_is_for_when_and_where(visitor, point):
    contact = read(visitor, point, "en").select_one("main .contact")
    facts = {dt.get_text(): dt.find_next("dd") for dt in contact.select("dt")}
    assert contact.p.get_text() == "Ask us about <otters>."
    assert facts["Telephone"].a.get_text() == "+86 10 8226 8232"
    assert facts["Fax"].get_text() == "+86 10 8226 8233"
    assert "Monday to Friday" in facts["Hours"].get_text()
    assert facts["Address"].a["href"].startswith("geo:39.")
    in_chinese = read(visitor, point, "zh-hans").select_one("main .contact a[href^=tel]")
    assert (in_chinese.get_text(), in_chinese["href"]) == ("010-82268232", FULL)


def test_the_map_is_that_of_the_settings(visitor, point):
    service = "https://maps.example/?at={latitude},{longitude}"
    SiteConfiguration.objects.update(map_service=service)
    link = read(visitor, point, "en").select_one("main .contact a.map")
    assert link["href"].startswith("https://maps.example/?at=39.")


def test_machines_are_told_number_hours_and_purpose(visitor, some):
    institution = some(Institution)
    institution.contact_points.update(telephone="010-82268232", purpose_en="For otters.")
    data = read(visitor, institution, "en").select_one("script[type='application/ld+json']")
    (body,) = (each for each in json.loads(data.string)["@graph"] if "contactPoint" in each)
    (told,) = body["contactPoint"]
    assert (told["telephone"], told["description"]) == ("+86 10 8226 8232", "For otters.")
    morning, _afternoon = told["hoursAvailable"]
    assert (morning["opens"], morning["closes"]) == ("08:30", "11:30")
    assert morning["dayOfWeek"][0] == "https://schema.org/Monday"
    assert len(morning["dayOfWeek"]) == 5


@pytest.mark.every_database
@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("zh-hans", "010-12345678"),
        ("zh-hans", "（010）1234 5678"),
        ("zh-hans", "12345678"),
        ("en", "+86 10 1234 5678"),
        ("en", "1234-5678"),
        ("en", "861012345678"),
        ("ru", "01012345678"),
        ("ru", "8610 12345678"),
        ("ru", "телефон +86-10-12345678"),
    ],
)
def test_a_number_is_found_in_any_spelling_and_shown(code, typed, visitor, some):
    page = some(Institution)
    page.contact_points.update(telephone="010-12345678")
    type(page).objects.get(pk=page.pk).save()
    result = BeautifulSoup(visitor.get(f"/{code}/search/", {"q": typed}).content, "html.parser")
    passages = [entry.get_text() for entry in result.select("main li.entry")]
    number = "010-12345678" if code == "zh-hans" else "+86 10 1234 5678"
    assert number in next(iter(passages), "")


def test_the_editor_has_a_field_for_each(editor, some):
    page = some(Institution)
    form = editor.get(f"/admin/pages/{page.pk}/edit/?language=zh-hans").content.decode()
    for name in ("purpose_zh_hans", "hours", "first_day", "last_day", "latitude", "longitude"):
        assert f'name="contact_points-0-{name}"' in form
