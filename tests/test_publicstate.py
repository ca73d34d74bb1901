"""The version of what is public: what raises it, what does not, and who notices when."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F

from mep_site.core.models import BasePage
from mep_site.countries.models import Country
from mep_site.home.models import HomePage
from mep_site.publicstate import triggers, version
from mep_site.publicstate.checks import check_triggers
from mep_site.publicstate.models import PublicChange
from mep_site.publicstate.version import Reading, by_version, current

pytestmark = pytest.mark.every_database


def test_every_table_that_is_not_private_is_watched(db) -> None:
    assert triggers.unwatched_changes() == []
    tables = set(triggers.stored_triggers().values())
    assert {"core_basepage", "news_newsarticle", "siteconfig_footerlink"} <= tables
    assert not {"wagtailcore_revision", "django_session", "publicstate_publicchange"} & tables


def test_a_database_without_triggers_is_reported(db) -> None:
    assert check_triggers(["default"]) == []
    triggers.remove_triggers()
    assert [found.id for found in check_triggers(["default"])] == ["publicstate.E002"]


def test_a_migration_that_was_cut_short_can_go_on(db) -> None:
    triggers.remove_triggers()
    MigrationRecorder(connection).migration_qs.filter(app="topics").delete()
    assert check_triggers(["default"]) == []


def test_an_update_of_many_rows_raises_the_version(home: HomePage) -> None:
    before = current()
    BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
    assert current() != before


def test_an_operator_makes_everything_old_by_a_command(db) -> None:
    before = current()
    call_command("raise_public_version", stdout=StringIO())
    assert current() != before


def test_rows_that_come_and_go_raise_the_version(db) -> None:
    versions = {current()}
    country = Country.objects.create(iso_code="XX", sort_order=1)
    versions.add(current())
    country.delete()
    assert len(versions | {current()}) == 3


@pytest.mark.parametrize(
    "change", [{"draft_title": "a draft"}, {"slug": F("slug")}, {"has_unpublished_changes": True}]
)
def test_what_no_visitor_sees_leaves_the_version(home: HomePage, change: dict) -> None:
    before = current()
    BasePage.objects.filter(pk=home.pk).update(**change)
    User.objects.update(first_name="Wen")
    assert current() == before


def test_what_is_rolled_back_leaves_no_trace(home: HomePage) -> None:
    before = current()
    with transaction.atomic():
        BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
        within = current()
        transaction.set_rollback(True)
    assert within != before == current()


def test_what_is_remembered_is_made_once_for_each_version(home: HomePage) -> None:
    made = []

    @by_version()
    def slug(page: int) -> str:
        made.append(page)
        return BasePage.objects.get(pk=page).slug

    first = slug(home.pk), slug(home.pk)
    BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
    assert (*first, slug(home.pk)) == (home.slug, home.slug, "elsewhere")
    assert len(made) == 2


def test_the_version_is_read_again_when_it_is_old(
    db, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(version, "MAX_AGE", 60)
    version.expire()
    with django_assert_num_queries(1):
        current()
        current()
    monkeypatch.setattr(version, "MAX_AGE", 0)
    with django_assert_num_queries(1):
        current()


def test_the_day_is_part_of_the_version(db, monkeypatch: pytest.MonkeyPatch) -> None:
    before = current()
    version.expire()
    monkeypatch.setattr(version.timezone, "localdate", lambda: "tomorrow")
    assert current() != before


# Several connections


@pytest.fixture
def countries(django_db_setup: None, django_db_blocker: object) -> Iterator[list[Country]]:
    """Two rows that are really stored: threads do not see what a test's transaction holds."""
    with django_db_blocker.unblock():
        rows = [Country.objects.create(iso_code=code, sort_order=900) for code in ("X1", "X2")]
        yield rows
        Country.objects.filter(iso_code__in=["X1", "X2"]).delete()


def elsewhere(function: Callable[[], Any]) -> Any:
    """What a function returns in another thread, which has a connection of its own."""

    def with_own_connection() -> Any:
        try:
            return function()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as executor:
        return executor.submit(with_own_connection).result()


def test_what_a_thread_has_committed_is_known_to_the_others_at_once(countries) -> None:
    before = elsewhere(current)
    with transaction.atomic():
        Country.objects.filter(pk=countries[0].pk).update(sort_order=901)
        own, others = current(), elsewhere(current)
    assert own != before == others
    assert elsewhere(current) == current() == own


def test_what_one_thread_remembers_is_given_to_the_others(countries) -> None:
    @by_version()
    def made() -> object:
        return object()

    assert elsewhere(made) is elsewhere(made)


def test_a_reading_that_began_before_a_write_does_not_outlive_it(countries, monkeypatch) -> None:
    before = current()

    def read_slowly() -> Reading:
        reading = read()
        Country.objects.filter(pk=countries[0].pk).update(sort_order=902)
        return reading

    read = version._read
    version.expire()
    with monkeypatch.context() as patched:
        patched.setattr(version, "_read", read_slowly)
        assert current() == before
    assert current() != before


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_no_transaction_waits_for_another_to_raise_the_version(countries) -> None:
    def sort(country: Country) -> None:
        Country.objects.filter(pk=country.pk).update(sort_order=903)

    versions = [current()]
    with transaction.atomic():
        sort(countries[0])
        elsewhere(partial(sort, countries[1]))
        versions.append(elsewhere(current))
    versions.append(current())
    assert len(set(versions)) == 3


def test_old_changes_are_forgotten(db) -> None:
    for _ in range(250):
        triggers.raise_version()
    assert PublicChange.objects.count() <= 201
