"""What `migrate` does around the migrations leaves readers alone on PostgreSQL."""

import pytest
from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models.signals import pre_migrate

from mep_site.publicstate.triggers import stored_triggers

pytestmark = pytest.mark.every_database

# Whatever it is, there is something to do.
PLAN = [(object(), False)]


@pytest.fixture
def migrating(db) -> None:
    """What `migrate` tells these apps before it begins; the end of the test takes it back."""
    for name in ("publicstate", "core"):
        pre_migrate.send(apps.get_app_config(name), using=DEFAULT_DB_ALIAS, plan=PLAN)


def test_triggers_are_in_the_way_on_sqlite_only(migrating):
    """There they keep columns from being dropped; on PostgreSQL to take them away stops readers."""
    assert bool(stored_triggers()) == (connection.vendor == "postgresql")


def test_a_migration_that_does_not_get_its_lock_gives_up_soon(migrating):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no such locks")
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("2s",)
