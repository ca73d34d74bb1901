"""While the database is away readers are told so in their language, and nothing typed is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.http import HttpResponse
from django.test import Client

from mep_site.core import errors
from mep_site.core.models import BasePage
from mep_site.errorpages.outages import database_is_away
from mep_site.translations.languages import get_language
from news.models import NewsArticle

from .admin_forms import edit_url, offered, unit

HEADINGS = {
    "zh-hans": "暂时无法显示此页",
    "en": "This page cannot be shown at the moment",
    "ru": "Сейчас эту страницу показать нельзя",
}
# The language in which each of them works, and the field in which they write a title.
TITLES = {
    "editor": ("zh-hans", "title_zh_hans"),
    "english": ("en", unit("title")),
    "russian": ("ru", unit("title")),
}
NOT_SAVED = {"editor": "尚未保存", "english": "Not saved yet", "russian": "Пока не сохранено"}


@contextmanager
def no_database() -> Iterator[None]:
    """Every query fails as if nobody answered."""

    def fail(*arguments: object) -> None:
        raise OperationalError("connection to server at 10.0.0.9 failed, user site")

    with connection.execute_wrapper(fail):
        yield


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def on_sqlite(statement: str, mode: str) -> Exception:
    """What SQLite says to a statement."""
    database = sqlite3.connect(f"file::memory:?mode={mode}", uri=True)
    try:
        database.execute(statement)
    except sqlite3.Error as error:
        return error
    raise AssertionError(statement)


@pytest.fixture
def reader(db: None) -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(params=NOT_SAVED)
def colleague(request, db) -> Client:
    """Somebody at work whose browser speaks another language than the site does."""
    client = Client(raise_request_exception=False, headers={"Accept-Language": "de"})
    client.force_login(User.objects.get(username=request.param))
    client.name = request.param
    return client


def page(response: HttpResponse) -> BeautifulSoup:
    """The page of a response that says what is usual of such an answer, and no secret."""
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert response.headers["Cache-Control"] == "no-store"
    assert "10.0.0.9" not in response.text
    found = BeautifulSoup(response.content, "html.parser")
    assert found.html["lang"].lower() == response.headers["Content-Language"]
    return found


@pytest.mark.parametrize("code", HEADINGS)
def test_a_reader_is_told_so_in_the_language_of_the_address(code, reader):
    with no_database():
        response = reader.get(f"/{code}/search/?q=1", headers={"Accept-Language": "fr"})
    shown = page(response)
    assert shown.h1.get_text() == HEADINGS[code]
    assert [link["href"] for link in shown.main("a")] == ["", f"/{code}/"]


@pytest.mark.parametrize("code", HEADINGS)
def test_an_address_without_language_answers_in_that_of_the_browser(code, reader):
    with no_database():
        response = reader.get("/sitemap.xml", headers={"Accept-Language": code})
    assert page(response).h1.get_text() == HEADINGS[code]


def test_a_colleague_is_answered_in_the_language_that_was_spoken_last(colleague, some):
    assert colleague.get("/admin/").status_code == 200
    with no_database():
        response = colleague.get("/admin/")
    code, _title = TITLES[colleague.name]
    assert page(response).h1.get_text() == HEADINGS[code]


def test_what_was_typed_stands_in_the_answer_and_can_be_sent_again(colleague, some):
    code, title = TITLES[colleague.name]
    url = edit_url(some(NewsArticle), code)
    typed = offered(colleague, url) | {title: 'Typed "long" & <hard> for hours'}
    with no_database():
        response = colleague.post(url, typed)
    shown = page(response)
    assert shown.h1.get_text() == NOT_SAVED[colleague.name]
    kept = {field["name"]: field["value"] for field in shown.form("input")}
    assert kept == {name: str(value) for name, value in typed.items()}
    assert shown.form.get("action") is None
    assert colleague.post(url, kept).status_code == 302
    draft = BasePage.objects.get(pk=some(NewsArticle).pk).get_latest_revision_as_object()
    assert getattr(draft, get_language(code).column("title")) == typed[title]


def test_files_are_named_that_are_to_be_chosen_anew(editor):
    editor.raise_request_exception = False
    file = SimpleUploadedFile("river.png", b"x")
    with no_database():
        response = editor.post("/admin/images/add/", {"title": "River", "file": file})
    shown = page(response)
    assert "river.png" in shown.form.get_text()
    assert shown.form.find("input", {"name": "title"})["value"] == "River"


def test_a_password_is_never_written_into_a_page(reader):
    with no_database():
        response = reader.post("/admin/login/", {"username": "editor", "password": "hunter2"})
    assert page(response).form is None
    assert "hunter2" not in response.text


@pytest.mark.parametrize(
    "headers", [{"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"}]
)
def test_a_script_gets_json(headers, reader):
    with no_database():
        response = reader.get("/admin/", headers=headers)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.json()["error_code"] == "unavailable"


def test_the_memory_of_languages_is_bounded(rf, monkeypatch):
    monkeypatch.setattr(errors, "MOST_SESSIONS", 2)
    monkeypatch.setattr(errors, "_spoken", {})
    for number in range(5):
        errors._remember(str(number), "en")
    assert len(errors._spoken) <= 2


@pytest.mark.parametrize(
    ("error", "is_away"),
    [
        (lambda: OperationalError("server closed the connection unexpectedly"), True),
        (lambda: InterfaceError("connection already closed"), True),
        (lambda: caused(OperationalError(), psycopg.errors.TooManyConnections()), True),
        (lambda: caused(OperationalError(), psycopg.errors.AdminShutdown()), True),
        (lambda: caused(OperationalError(), psycopg.errors.DiskFull()), True),
        (lambda: caused(OperationalError(), psycopg.errors.StatementTooComplex()), False),
        (lambda: caused(OperationalError(), on_sqlite("CREATE TABLE a (b)", "ro")), True),
        (lambda: caused(OperationalError(), on_sqlite("SELECT a FROM b", "rw")), False),
        (ProgrammingError, False),
        (ValueError, False),
        (lambda: None, False),
    ],
)
def test_only_a_database_that_is_away_counts(error: Callable, is_away: bool):
    assert database_is_away(error()) is is_away
