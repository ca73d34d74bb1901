"""Whatever a request holds of a person, no line that is logged on its way does.

Requests of many kinds are made with data that occur nowhere else, the canaries, and all lines are
looked through, as operators would find them, statements of the database included.
"""

import io
import logging
import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, connection
from django.urls import reverse
from django_guid import get_guid

from mep_site.observability.logs.lines import PlainLines
from mep_site.observability.statements import warn_of_slow_ones
from news.models import NewsArticle

from ..admin_forms import edit_url, send, unit
from ..test_error_reports import opened

NAME, WORD, ADDRESS = "Zebedäus", "canaryword", "198.51.100.23"
MAIL = f"{WORD}@example.org"
SECRET = "pass-canaryword-7"
CANARIES = re.compile("|".join([NAME, WORD, re.escape(ADDRESS), "198\\.51"]), re.IGNORECASE)
PLACE = {"REMOTE_ADDR": ADDRESS, "HTTP_X_FORWARDED_FOR": ADDRESS, "HTTP_USER_AGENT": NAME}


@pytest.fixture
def lines(monkeypatch):
    """All that is logged while a test runs, by every logger, as the site writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PlainLines())
    root = logging.getLogger()
    root.addHandler(handler)
    monkeypatch.setattr(settings, "SLOW_QUERY_MS", 0)
    connection.execute_wrappers.append(warn_of_slow_ones)
    yield stream.getvalue
    connection.execute_wrappers.remove(warn_of_slow_ones)
    root.removeHandler(handler)


def assert_names_nobody(text):
    assert text
    assert [line for line in text.splitlines() if CANARIES.search(line)] == []


@pytest.mark.asvs("14.2.4", "16.2.5")
@pytest.mark.django_db
def test_requests_of_visitors_leave_nothing_of_them(lines, visitor, some):
    visitor.raise_request_exception = False
    page = some(NewsArticle)
    for path in (f"/en/search/?q={NAME}", f"/en/?name={WORD}", f"/admin/?next={MAIL}"):
        visitor.get(path, **PLACE)
    visitor.get("/en/", **(PLACE | {"HTTP_HOST": "elsewhere.example"}))
    report = reverse("report", args=[page.pk])
    typed = {"kind": "fact", "message": NAME, "email": MAIL, "opened": opened(), "subject": ""}
    assert visitor.post(report, typed, **PLACE).status_code == 302
    visitor.post(reverse("follow_page", args=[page.pk]), {"email": MAIL}, **PLACE)
    visitor.post("/en/report/", typed | {"message": "\0" + WORD}, **PLACE)
    assert "SELECT" in lines()
    assert_names_nobody(lines())


@pytest.mark.asvs("16.2.5")
@pytest.mark.django_db
def test_signing_in_leaves_nothing_of_who_tries(lines, visitor):
    User.objects.create_user(WORD, MAIL, SECRET, first_name=NAME)
    address = reverse("wagtailadmin_login")
    for name, password in ((WORD, "wrong"), (NAME, SECRET), (WORD, SECRET)):
        visitor.post(address, {"username": name, "login": name, "password": password}, **PLACE)
    told = [line for line in lines().splitlines() if "Failed sign-in from" not in line]
    assert_names_nobody("\n".join(told))
    assert WORD not in lines()


@pytest.mark.django_db
def test_work_in_the_admin_leaves_nothing_of_who_works(lines, english_translator, some):
    User.objects.filter(username="english").update(first_name=NAME, email=MAIL)
    send(english_translator, edit_url(some(NewsArticle), "en"), **{unit("title"): NAME})
    assert_names_nobody(lines())


@pytest.mark.asvs("16.3.2")
@pytest.mark.django_db
def test_who_is_refused_leaves_a_line_that_names_nobody(lines, english_translator, visitor, some):
    User.objects.filter(username="english").update(first_name=NAME, email=MAIL)
    page = some(NewsArticle)
    asked = {
        "GET wagtailusers_users:index": reverse("wagtailusers_users:index"),
        "GET wagtailadmin_pages:edit": f"{edit_url(page)}?language=ru",
    }
    for url in asked.values():
        english_translator.get(url, **PLACE)
        visitor.get(url, **PLACE)
    english_translator.get(edit_url(page, "en"))
    refusals = re.findall("Refused for lack of a permission: (.+)", lines())
    assert refusals == [*asked]
    assert_names_nobody(lines())


@pytest.mark.asvs("16.3.4")
@pytest.mark.django_db
def test_an_error_of_the_server_tells_its_way_and_nothing_of_the_data(
    lines, visitor, monkeypatch, home
):
    def fail(*args, **kwargs):
        raise IntegrityError(f"Key (email)=({MAIL}) of {NAME} exists already")

    monkeypatch.setattr(type(home), "serve", fail)
    visitor.raise_request_exception = False
    assert visitor.get(f"/en/?name={NAME}", **PLACE).status_code == 500
    text = lines()
    assert "Internal Server Error: /en/" in text
    assert "in fail" in text
    assert "IntegrityError" in text
    assert_names_nobody(text)


@pytest.mark.django_db
def test_lines_of_one_request_have_one_id_and_those_of_another_one_another(lines, visitor):
    ids = []
    for _ in range(2):
        before = len(lines())
        visitor.get("/en/search/?q=x")
        [found] = {*re.findall(r"\[([0-9a-f]{32})\]", lines()[before:])}
        ids.append(found)
    assert ids[0] != ids[1]
    assert get_guid() is None


SENT = "0123456789abcdef0123456789abcdef"


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "is_taken"), [("", False), ("X-Request-ID", True)])
def test_an_id_is_taken_from_a_proxy_of_ours_and_from_nobody_else(
    header, is_taken, lines, visitor, monkeypatch
):
    monkeypatch.setitem(settings.DJANGO_GUID, "GUID_HEADER_NAME", header)
    visitor.get("/en/search/?q=x", HTTP_X_REQUEST_ID=SENT)
    assert (SENT in lines()) == is_taken


@pytest.mark.django_db
def test_what_is_no_id_is_replaced(lines, visitor, monkeypatch):
    monkeypatch.setitem(settings.DJANGO_GUID, "GUID_HEADER_NAME", "X-Request-ID")
    visitor.get("/en/search/?q=x", HTTP_X_REQUEST_ID=f"{NAME}\tforged")
    assert re.search(r"\[[0-9a-f]{32}\]", lines())
    assert_names_nobody(lines())


@pytest.mark.django_db
def test_a_statement_is_logged_only_if_it_is_slow(lines, monkeypatch):
    monkeypatch.setattr(settings, "SLOW_QUERY_MS", 60_000)
    User.objects.filter(username=WORD).first()
    assert lines() == ""
