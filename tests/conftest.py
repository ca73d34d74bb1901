"""The demo content as the starting point of every test, and the cast that acts in them.

All tests run on SQLite. On PostgreSQL run those that are marked ``every_database``: what they look
at is left to the database, and the two do it differently. ``make test`` runs the slow ones of these
on one of the two, the next day on the other one. They are about

- the search, which has queries of its own for each of them;
- locks, transactions, and what several connections do at once;
- queries that are more than a filter: JSON, unions, counts by group, upserts, whole subtrees;
- what SQLite lets pass: texts longer than their column, NUL, numbers too large, rows without order;
- commands that go over whole tables; the migrations, as the database is made by them;
- one visit to each kind of public page and of admin list, which finds what nobody thought of.

Whatever reads and writes single rows by the ORM is a matter of Django's own tests.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.db.models import Model, QuerySet
from django.template import Template
from django.test import Client
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.publicstate import version

from .measuring.places import in_every_language
from .measuring.tools import (
    AXE,
    CHROMIUM,
    HTML_CHECKER,
    JAVA,
    NGINX,
    OBSERVATORY,
    OPENSSL,
    REDIS,
    launch,
)
from .measuring.visit import DENIED, DESKTOP, faults_of, note_what_is_denied
from .prepared import demo_database
from .signing_in import sign_in
from .turns import IS_WHOLE, TURN

# As it is before the tests' environment is set up.
RENDER = Template._render
BROWSER_IS_REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"
# Milliseconds.
PATIENCE = 15_000


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: object
) -> Iterator[None]:
    """Provide the test database with the demo content; each test rolls back what it does.

    pytest-django's own fixture leaves the database alone unless a test is marked for it, and the
    browser tests, which need a database without a transaction, are not.
    """
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
            stack.enter_context(demo_database(f"{worker}_{os.getpid()}"))
        yield
        with django_db_blocker.unblock():
            stack.close()


@pytest.fixture(scope="session", autouse=True)
def _contexts_are_not_noted(django_test_environment: None) -> None:
    """Render as the site does; Django's tests copy the context of each of a page's 800 templates.

    That took a tenth of the time. What a view has given its template is in ``context_data``.
    """
    Template._render = RENDER


@pytest.fixture(autouse=True)
def _clean_slate() -> Iterator[None]:
    """No test sees another one's cache or language, or the version that it rolled back."""
    cache.clear()
    version.expire()
    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def _signed_in_completely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is signed in without a form has shown a second factor, as the admin asks for it.

    How one gets in is a matter of ``tests/signing_in``, which uses the forms.
    """
    monkeypatch.setattr(Client, "force_login", sign_in)


@pytest.fixture(autouse=True)
def _policies_are_kept() -> Iterator[None]:
    """No page that a test opens in a browser tries what its Content-Security-Policy forbids."""
    yield
    denied = DENIED.copy()
    DENIED.clear()
    assert denied == []


@pytest.fixture
def version_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read anew because the machine is slow: only what is written makes it old."""
    monkeypatch.setattr(version, "MAX_AGE", 3600)


@pytest.fixture
def django_assert_num_queries(
    version_is_kept: None, django_assert_num_queries: Callable
) -> Callable:
    """pytest-django's, without the one query more that a slow machine takes."""
    return django_assert_num_queries


@pytest.fixture
def django_assert_max_num_queries(
    version_is_kept: None, django_assert_max_num_queries: Callable
) -> Callable:
    """The same for a number that may be smaller."""
    return django_assert_max_num_queries


@pytest.fixture
def home(db: None) -> HomePage:
    """The home page of the demo content."""
    return HomePage.objects.get()


@pytest.fixture
def visitor(db: None) -> Client:
    """A browser that nobody has logged in with."""
    return Client()


@pytest.fixture
def admin(db: None) -> Client:
    """The administrator at work."""
    return _logged_in("admin")


@pytest.fixture
def editor(db: None) -> Client:
    """The editor of the Chinese texts at work."""
    return _logged_in("editor")


@pytest.fixture
def english_translator(db: None) -> Client:
    """The translator into English at work."""
    return _logged_in("english")


@pytest.fixture
def russian_translator(db: None) -> Client:
    """The translator into Russian at work."""
    return _logged_in("russian")


@pytest.fixture
def publisher(db: None) -> Client:
    """The publisher at work."""
    return _logged_in("publisher")


@pytest.fixture
def some(db: None) -> Callable[[type[BasePage]], BasePage]:
    """Finds a published page of a type that has a text in every language."""
    return in_every_language


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> list[type[Model]]:
    """The models of which rows are locked from here on, as they are; also where SQLite has none."""
    models: list[type[Model]] = []
    lock = QuerySet.select_for_update

    def noted(rows: QuerySet, *args: object, **options: object) -> QuerySet:
        models.append(rows.model)
        return lock(rows, *args, **options)

    monkeypatch.setattr(QuerySet, "select_for_update", noted)
    return models


def _logged_in(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def pytest_addoption(parser: pytest.Parser) -> None:
    """Of whoever runs all tests on both databases."""
    parser.addoption(
        "--share-work",
        action="store_true",
        dest="shares_work",
        help="run slow tests for every database on one of them, tomorrow on the other one",
    )


def pytest_configure() -> None:
    """Collect garbage seldom: what is loaded now is none."""
    gc.set_threshold(50_000, 20, 100)


def pytest_report_header() -> str:
    """Say which shares of the long sweeps are done."""
    return "sweeps: whole" if IS_WHOLE else f"sweeps: TURN={TURN}"


def pytest_collection_finish() -> None:
    """Exempt what stays to the end from garbage collection, as the site does: gunicorn.conf.py.

    To walk over modules, models and tests again and again took a third of the time.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot be run, or is not to be run today."""
    _let_the_slow_take_turns(config, items)
    _skip_what_needs_chromium(items)


def _let_the_slow_take_turns(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where both databases share the work, a slow test runs on one of them today."""
    if IS_WHOLE or not config.option.shares_work:
        return
    on_both = [item for item in items if {"slow", "every_database"} <= marks_of(item)]
    is_second = connection.vendor == "postgresql"
    left_out = {*on_both[(TURN + is_second) % 2 :: 2]}
    config.hook.pytest_deselected(items=[*left_out])
    items[:] = [item for item in items if item not in left_out]


def marks_of(item: pytest.Item) -> set[str]:
    """The names of the marks of a test."""
    return {mark.name for mark in item.iter_markers()}


def _skip_what_needs_chromium(items: list[pytest.Item]) -> None:
    """Without Chromium the browser tests are skipped, or fail where one is required."""
    if CHROMIUM.exists() or BROWSER_IS_REQUIRED:
        return
    reason = "No Chromium; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk"
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A running Chromium, driven by Playwright."""
    from playwright.sync_api import expect, sync_playwright

    # Only what fails takes longer by it, and what a busy machine has not done yet is not wrong.
    expect.set_options(timeout=PATIENCE)
    # Playwright runs an event loop in this thread; Django would refuse every query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = launch(playwright)
        note_what_is_denied(browser)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: object) -> Iterator[str]:
    """The address of a running server with the demo content.

    What is written is written for good: a transaction in the test would lock the server out, and
    pytest-django's own fixture empties the database after each test, and the demo with it.
    """
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


@pytest.fixture
def tab(chromium: object) -> Iterator[object]:
    """A fresh tab without cookies; whatever the console says fails the test."""
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    faults = faults_of(page)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def axe() -> None:
    """A test that asks for this needs axe."""
    _need(AXE, "install npm")


@pytest.fixture(scope="session")
def html_checker() -> None:
    """A test that asks for this needs the Nu checker and Java."""
    _need(JAVA, "install default-jre-headless")
    _need(HTML_CHECKER, "install npm")


@pytest.fixture(scope="session")
def observatory() -> None:
    """A test that asks for this needs the HTTP Observatory, and OpenSSL for a certificate."""
    _need(OPENSSL, "install openssl")
    _need(OBSERVATORY, "install npm")


@pytest.fixture(scope="session")
def nginx() -> None:
    """A test that asks for this needs nginx."""
    _need(NGINX, "install nginx-light")


@pytest.fixture(scope="session")
def redis_server() -> None:
    """A test that asks for this needs a Redis to start."""
    _need(REDIS, "install redis-server")


def _need(file: Path, remedy: str) -> None:
    if not file.exists():
        give_up = pytest.fail if BROWSER_IS_REQUIRED else pytest.skip
        give_up(f"{file.name} is missing; on Debian: apt-get {remedy}, then make test-browser")
