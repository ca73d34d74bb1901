"""What every page asks the database does not get slower with the number of pages.

SQLite says how it will answer a query, whatever stands in its tables; PostgreSQL decides by that.
"""

import re
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mep_site.core.models import BasePage
from mep_site.publicstate import version
from mep_site.translations.models import Edition

from .test_public_pages import PAGE_TYPES, address

PAGES, EDITIONS = BasePage._meta.db_table, Edition._meta.db_table
KEYS = f'SELECT "{EDITIONS}"."id" AS "pk" FROM'
# Never the same one twice, in all tests of a process: what one has read is remembered by it.
VERSIONS = count()
SCAN = re.compile(r"SCAN (?P<name>\S+)(?: USING (?:COVERING )?INDEX (?P<index>\S+))?")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("version_is_kept")]


@pytest.fixture(autouse=True)
def _on_sqlite(db):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by the number of rows, of which tests have few.")


@pytest.fixture(autouse=True)
def _nothing_is_remembered(monkeypatch):
    """As if something was published before each question."""
    monkeypatch.setattr(version, "current", lambda: str(next(VERSIONS)))


def plans_of(client, url):
    """The queries that a request makes, each with the steps in which SQLite answers it."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    for sql in (query["sql"] for query in queries):
        if sql.startswith("SELECT"):
            yield sql, steps_of(sql)


def steps_of(sql):
    """The steps in which SQLite answers a query."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [step for *_, step in cursor.fetchall()]


def reads_every_page(sql, steps):
    """Whether one of the steps goes through all of the table of pages, or of an index of it."""
    aliases = {PAGES, *re.findall(rf'"{PAGES}" ([A-Z]\d+)', sql)}
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA index_list({PAGES})")
        indexes = {name for _, name, *_ in cursor.fetchall()}
    scans = [match for match in map(SCAN.match, steps) if match]
    return any(
        scan["index"] in indexes if scan["index"] else scan["name"] in aliases for scan in scans
    )


def test_the_frame_of_a_page_does_not_read_every_page(visitor, home):
    for url in ("/en/", "/en/about/", "/en/no-such-page/"):
        frames = [plan for plan in plans_of(visitor, url) if PAGES in plan[0]]
        assert frames
        assert [sql for sql, steps in frames if reads_every_page(sql, steps)] == []


@pytest.mark.slow
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_no_query_of_a_page_reads_every_page(model, visitor, some):
    plans = list(plans_of(visitor, address(some(model), "en")))
    assert any(PAGES in sql for sql, _ in plans)
    assert [sql for sql, steps in plans if reads_every_page(sql, steps)] == []


@pytest.mark.parametrize("url", ["/en/feed/", "/en/feed/news/", "/en/feed/about/activities/"])
def test_no_query_of_a_feed_reads_every_page(url, visitor, home):
    assert [plan for plan in plans_of(visitor, url) if reads_every_page(*plan)] == []


@pytest.mark.parametrize(
    ("url", "order", "expected"),
    [
        ("/en/", '"date" DESC', 3),
        ("/en/feed/", "COALESCE", 1),
        ("/en/feed/news/", "COALESCE", 1),
    ],
)
def test_the_newest_are_read_in_their_order_and_no_others(url, order, expected, visitor, home):
    plans = [plan for plan in plans_of(visitor, url) if order in plan[0].split("ORDER BY")[-1]]
    assert len(plans) == expected
    for _, steps in plans:
        # Those of one date may still have to be sorted, and activities, of which there are few.
        is_of_few = any("news_activity" in step for step in steps)
        assert is_of_few or "USE TEMP B-TREE FOR ORDER BY" not in steps, steps


@pytest.mark.parametrize("query", ["", "?page=2", "?year=2019"])
def test_a_list_is_read_and_counted_from_its_index(query, visitor, home):
    plans = list(plans_of(visitor, f"/en/news/{query}"))
    lists = [
        steps
        for sql, steps in plans
        if sql.startswith(('SELECT "translations_edition"."page_id"', "SELECT COUNT(*)"))
        and "parent_path" in sql
        and "IN ('unpublished'" not in sql
    ]
    assert len(lists) >= 2
    for steps in lists:
        assert any("USING COVERING INDEX edition_" in step for step in steps), steps
        assert not any("TEMP B-TREE" in step for step in steps), steps


def test_only_the_entries_that_are_shown_are_read(visitor, home):
    entries = [
        steps
        for sql, steps in plans_of(visitor, "/en/news/")
        if 'FROM "news_newsarticle"' in sql and " IN (" in sql
    ]
    assert entries
    for steps in entries:
        assert any("USING INTEGER PRIMARY KEY (rowid=?)" in step for step in steps), steps
        assert not any("core_page_children" in step for step in steps), steps


@pytest.mark.parametrize("url", ["/en/feed/news/", "/en/feed/"])
def test_a_feed_is_read_from_an_index_of_changes(url, visitor, home):
    steps = [
        step
        for sql, steps in plans_of(visitor, url)
        if "COALESCE" in sql and "translations_edition" in sql
        for step in steps
    ]
    assert any("edition_changes" in step for step in steps), steps


@pytest.mark.parametrize("name", ["wagtailadmin_home", "desk:queue"])
def test_no_query_of_the_admin_s_lists_of_work_reads_every_page(name, publisher):
    plans = list(plans_of(publisher, reverse(name)))
    assert any(EDITIONS in sql for sql, _ in plans)
    assert [sql for sql, steps in plans if reads_every_page(sql, steps)] == []


def test_whoever_may_work_on_all_pages_is_not_asked_about_each(publisher):
    for url in (reverse("wagtailadmin_home"), reverse("desk:queue")):
        asked = [sql for sql, _ in plans_of(publisher, url) if EDITIONS in sql]
        assert asked
        assert [sql for sql in asked if '"path" LIKE' in sql or '"path" BETWEEN' in sql] == []


@pytest.mark.parametrize("query", ["", "?language=en", "?freshness=absent", "?p=2"])
def test_the_queue_is_read_from_an_index_in_its_order(query, publisher):
    plans = plans_of(publisher, f"{reverse('desk:queue')}{query}")
    lists = [
        steps
        for sql, steps in plans
        if sql.split("ORDER BY")[-1].startswith(' "translations_edition"."urgency"')
        and "LIMIT" in sql
    ]
    assert len(lists) == 1
    assert not any("TEMP B-TREE FOR" in step for step in lists[0]), lists[0]
    assert any("USING INDEX edition_urgency" in step for step in lists[0]), lists[0]


@pytest.mark.parametrize("query", ["", "?freshness=current"])
def test_what_others_wait_for_is_found_by_itself(query, publisher):
    plans = plans_of(publisher, f"{reverse('desk:queue')}{query}")
    waiting = [
        steps
        for sql, steps in plans
        if "NULLS LAST" in sql and "LIMIT" not in sql and sql.startswith(KEYS)
    ]
    assert len(waiting) == 1
    assert f"SEARCH {EDITIONS} USING INTEGER PRIMARY KEY (rowid=?)" in waiting[0]


def test_translations_are_counted_once_for_each_version(publisher, monkeypatch):
    monkeypatch.setattr(version, "current", lambda: "same")
    plans = plans_of(publisher, reverse("desk:queue"))
    counts = [sql for sql, _ in plans if "COUNT(" in sql and f'FROM "{EDITIONS}"' in sql]
    assert not [sql for sql in counts if "GROUP BY" in sql]


def test_the_children_of_a_page_are_counted_from_an_index(publisher, home):
    counts = [
        steps
        for sql, steps in plans_of(publisher, reverse("wagtailadmin_explore", args=[home.pk]))
        if sql.startswith("SELECT COUNT(*)") and '"depth" =' in sql and "BETWEEN" in sql
    ]
    assert counts
    for steps in counts:
        assert any("USING COVERING INDEX core_page_children" in step for step in steps), steps


def test_the_children_of_a_page_are_sorted_by_their_change_from_an_index(publisher, home):
    explorer = reverse("wagtailadmin_explore", args=[home.pk])
    (found,) = (
        steps
        for sql, steps in plans_of(publisher, explorer)
        if sql.startswith(f'SELECT "{PAGES}"."id" AS "pk" FROM') and "DESC NULLS LAST" in sql
    )
    assert "USING COVERING INDEX core_page_children" in found[0]


@pytest.mark.parametrize("client", ["publisher", "english_translator", "admin"])
def test_whoever_may_see_a_section_is_not_asked_about_each_page_in_it(client, home, request):
    explorer = reverse("wagtailadmin_explore", args=[home.pk])
    plans = plans_of(request.getfixturevalue(client), explorer)
    assert [sql for sql, _ in plans if 'IN (SELECT U0."id" FROM "core_basepage"' in sql] == []


def test_the_legend_counts_what_is_public_once_for_each_version(publisher, home, monkeypatch):
    monkeypatch.setattr(version, "current", lambda: "same")
    explorer = reverse("wagtailadmin_explore", args=[home.pk])
    counts = [sql for sql, _ in plans_of(publisher, explorer) if "FILTER (WHERE" in sql]
    assert len(counts) == 1
    assert "UNION" in counts[0]


def test_what_is_public_below_a_page_is_counted_from_an_index(publisher, home):
    explorer = reverse("wagtailadmin_explore", args=[home.pk])
    (found,) = (steps for sql, steps in plans_of(publisher, explorer) if "GROUP BY 1, 2" in sql)
    assert any("COVERING INDEX edition_" in step for step in found), found


def test_who_has_work_is_not_looked_for_among_all_editions(publisher):
    (found,) = (
        steps
        for sql, steps in plans_of(publisher, reverse("desk:queue"))
        if sql.startswith('SELECT "auth_user"') and "desk_assignment" in sql
    )
    assert [step for step in found if "U0 USING INTEGER PRIMARY KEY (rowid=?)" in step], found
    assert not [step for step in found if "SCAN translations_edition" in step], found


def test_a_slug_is_not_compared_with_those_of_all_siblings(home):
    siblings = home.get_children().filter(slug="news").not_page(home)
    with CaptureQueriesContext(connection) as queries:
        assert siblings.exists()
    steps = steps_of(queries[0]["sql"])
    assert any("core_page_slugs (slug=? AND depth=?" in step for step in steps), steps
