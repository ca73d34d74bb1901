"""The test database with the demo content: made by each process, or made once and copied.

To migrate and to load the demo takes half a minute. A run of tests in one process does that first.
``make test`` has several processes on two kinds of database, so it runs them by this module:

    python -m tests.prepared COMMAND

This makes the database on SQLite and, at the same time, on PostgreSQL (DATABASE_URL), runs the
command, and removes both. The processes of the command find in their environment what to copy.
As it is made anew for every such command, a copy is never older than the code that is tested.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

PREPARED = "PREPARED_TEST_DATABASES"
MAKE_AND_KEEP = "from tests.prepared import make_and_keep; make_and_keep()"


@contextmanager
def demo_database(suffix: str) -> Iterator[None]:
    """Let Django use a test database with the demo content, until the block ends.

    The suffix tells the copies of processes that run at the same time apart.
    """
    prepared = json.loads(os.environ.get(PREPARED, "{}")).get(connection.vendor)
    with _copied(prepared, suffix) if prepared else _made():
        yield


@contextmanager
def _made() -> Iterator[None]:
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        call_command("load_demo", verbosity=0, stdout=StringIO())
        yield
    finally:
        teardown_databases(databases, verbosity=0)


@contextmanager
def _copied(prepared: dict[str, str], suffix: str) -> Iterator[None]:
    """Copy the database as Django's own parallel test runner does, and the uploads."""
    from django.contrib.contenttypes.models import ContentType

    usual_name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = prepared["name"]
    copy = connection.creation.get_test_db_clone_settings(suffix)
    # A server that was still answering leaves them behind; SQLite would add them to the new copy.
    for leftover in ("-wal", "-shm"):
        Path(f"{copy['NAME']}{leftover}").unlink(missing_ok=True)
    connection.creation.clone_test_db(suffix, verbosity=0)
    connection.settings_dict["NAME"] = copy["NAME"]
    shutil.copytree(prepared["uploads"], settings.MEDIA_ROOT, dirs_exist_ok=True)
    # Django asks for the types, and whether there is JSON, once and for good. Who has made the
    # database has asked, and tests count queries.
    ContentType.objects.get_for_models(*apps.get_models(), for_concrete_models=False)
    assert connection.features.supports_json_field
    yield
    connection.creation.destroy_test_db(usual_name, verbosity=0)


def make_and_keep() -> None:
    """Make the database, print as JSON where it is, and remove it at the end of standard input."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "mep_site.settings.test"
    django.setup()

    with _made():
        # PostgreSQL copies no database that somebody uses; SQLite puts all into one file.
        connection.close()
        prepared = {"name": connection.settings_dict["NAME"], "uploads": settings.MEDIA_ROOT}
        print(json.dumps({connection.vendor: prepared}), flush=True)  # noqa: T201
        sys.stdin.read()


def main(command: list[str]) -> int | str:
    """Run the command beside the prepared databases; its exit status, or why it was not run."""
    without_url = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with ExitStack() as stack:
        makers = [stack.enter_context(_maker(env)) for env in (without_url, dict(os.environ))]
        lines = [maker.stdout.readline() for maker in makers]
        if not all(lines):
            return "A test database could not be made; what its process says stands above."
        prepared = {vendor: made for line in lines for vendor, made in json.loads(line).items()}
        environment = {**os.environ, PREPARED: json.dumps(prepared)}
        return subprocess.run(command, check=False, env=environment).returncode


def _maker(environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", MAKE_AND_KEEP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
