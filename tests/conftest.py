"""The demo content as the starting point of every test, and the cast that acts in them.

All tests run on SQLite. On PostgreSQL run those that are marked ``every_database``: what they look
at is left to the database, and the two do it differently. That is

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
from django.db.models import Model, QuerySet
from django.test import Client
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.publicstate import version

from .measuring.places import in_every_language
from .measuring.tools import AXE, CHROMIUM, HTML_CHECKER, JAVA, NGINX, REDIS, launch
from .measuring.visit import DESKTOP, faults_of
from .prepared import demo_database

BROWSER_IS_REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"


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


@pytest.fixture(autouse=True)
def _clean_slate() -> Iterator[None]:
    """No test sees another one's cache or language, or the version that it rolled back."""
    cache.clear()
    version.expire()
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def version_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read anew because the machine is slow: only what is written makes it old."""
    monkeypatch.setattr(version, "MAX_AGE", 3600)


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


def pytest_configure() -> None:
    """Collect garbage seldom: what is loaded now is none."""
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_finish() -> None:
    """Exempt what stays to the end from garbage collection, as the site does: gunicorn.conf.py.

    To walk over modules, models and tests again and again took a third of the time.
    """
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
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
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread; Django would refuse every query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = launch(playwright)
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
