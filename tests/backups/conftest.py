"""An archive of the demo, and other places for sites."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from mep_site.backups.beside import SecondSite
from mep_site.backups.models import BackupRun


@pytest.fixture(scope="session")
def archive(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: object
) -> Path:
    """A backup of the demo, of which the site remembers nothing."""
    place = tmp_path_factory.mktemp("backups") / "site.tar"
    with django_db_blocker.unblock():
        call_command("backup", str(place), stdout=StringIO())
        BackupRun.objects.all().delete()
    return place


@pytest.fixture
def elsewhere(tmp_path: Path, db: None) -> Iterator[SecondSite]:
    """A place for a site: a database without a table, of the kind that is tested, and no folder."""
    if connection.vendor == "sqlite":
        yield SecondSite(str(tmp_path / "site.sqlite3"), tmp_path / "media")
        return
    name = f"elsewhere_{abs(hash(tmp_path))}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield SecondSite(name, tmp_path / "media")
        finally:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
