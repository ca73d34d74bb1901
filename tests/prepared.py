"""The test database with the demo content: made once of what it consists of, kept and copied.

To migrate and to load the demo takes half a minute. What comes of it is kept in ``var/prepared``
under a digest of all that it is made of, so that a copy is never older than the code that is
tested; when that changes, it is made anew and what was kept before is removed. Each process of a
run copies it: on SQLite a file, on PostgreSQL a database that stays on the server as a template,
and the uploads of either.

    python -m tests.prepared

makes what is missing for the database that DATABASE_URL names, SQLite without it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from importlib.metadata import distributions
from io import StringIO
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases

ROOT = Path(__file__).parents[1]
# Long past, so that tests see the same content on every day: no event is ahead, and no consultation
# open, but those that a test makes.
DAY_OF_DEMO = date(2019, 12, 20)
KEPT = ROOT / "var" / "prepared"
SOURCES = ("mep_site", "departments", "news", "cooperation", "locale", "locale_libraries")
# What only answers requests has no say: nothing of it is called while the demo is loaded.
ANSWERING = {"admin", "static", "templates", "templatetags", "urls.py", "views.py", "workspace"}
# What the two processes that begin `make test` compile at the same time comes, and goes again.
BYTECODE, COMPILED = "__pycache__", ".mo"
FILE, UPLOADS = "demo.sqlite3", "uploads"


@contextmanager
def demo_database(suffix: str) -> Iterator[None]:
    """Let Django use a copy of the database with the demo content, until the block ends.

    The suffix tells the copies of processes that run at the same time apart.
    """
    folder = kept_folder(connection.vendor)
    if not _is_whole(folder):
        subprocess.run([sys.executable, "-m", "tests.prepared"], check=True, cwd=ROOT)
    connection.close()
    usual_name = connection.settings_dict["NAME"]
    (_copy_file if connection.vendor == "sqlite" else _copy_template)(folder, suffix)
    shutil.copytree(folder / UPLOADS, settings.MEDIA_ROOT, dirs_exist_ok=True)
    _ask_what_is_asked_once()
    yield
    connection.creation.destroy_test_db(usual_name, verbosity=0)


def kept_folder(vendor: str) -> Path:
    """Where that is kept which is made of the present code for this kind of database."""
    return KEPT / f"{vendor}-{digest(ROOT)}"


def digest(root: Path) -> str:
    """What changes with everything below this folder that the database is made of."""
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    summed = sha256("\n".join([sys.version, *installed]).encode())
    for file in ingredients(root):
        summed.update(f"\n{file.relative_to(root)}\n".encode())
        summed.update(file.read_bytes())
    return summed.hexdigest()[:16]


def ingredients(root: Path) -> list[Path]:
    """The files that have a say in the database: code, demo content, catalogues, this module."""
    files = (file for source in SOURCES for file in (root / source).rglob("*") if file.is_file())
    used = (
        file
        for file in files
        if file.suffix != COMPILED and not {*ANSWERING, BYTECODE} & {*file.relative_to(root).parts}
    )
    return sorted([*used, root / "tests" / Path(__file__).name])


def make() -> None:
    """Make the database and keep it, unless it is there; others wait until it is."""
    folder = kept_folder(connection.vendor)
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"{connection.vendor}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_whole(folder):
            sys.stderr.write(f"Making the demo database on {connection.display_name} ...\n")
            for old in KEPT.glob(f"{connection.vendor}-*"):
                shutil.rmtree(old)
            _make(folder)


def _make(folder: Path) -> None:
    if connection.vendor == "postgresql":
        _drop_templates()
        connection.settings_dict["TEST"]["NAME"] = template_name(folder)
    setup_databases(verbosity=0, interactive=False)
    call_command("load_demo", today=DAY_OF_DEMO, verbosity=0, stdout=StringIO())
    # PostgreSQL copies no database that somebody uses; SQLite puts all into one file.
    connection.close()
    unfinished = folder.with_suffix(".unfinished")
    shutil.copytree(settings.MEDIA_ROOT, unfinished / UPLOADS)
    if connection.vendor == "sqlite":
        shutil.copyfile(connection.settings_dict["NAME"], unfinished / FILE)
    unfinished.rename(folder)


def _is_whole(folder: Path) -> bool:
    """Whether all of it is there; a template is missing on a server that is new."""
    return folder.exists() and (
        connection.vendor == "sqlite" or template_name(folder) in _templates_on_the_server()
    )


def _copy_file(folder: Path, suffix: str) -> None:
    """Each process has a folder of its own for its copy, which needs no suffix."""
    name = connection.settings_dict["TEST"]["NAME"]
    shutil.copyfile(folder / FILE, name)
    connection.settings_dict["NAME"] = name


def _copy_template(folder: Path, suffix: str) -> None:
    """Copy the database as Django's own parallel test runner does."""
    connection.settings_dict["NAME"] = template_name(folder)
    copy = connection.creation.get_test_db_clone_settings(suffix)
    connection.creation.clone_test_db(suffix, verbosity=0)
    connection.settings_dict["NAME"] = copy["NAME"]


def template_name(folder: Path) -> str:
    """What the database with the demo content is called on a server."""
    return folder.name.replace("-", "_demo_")


def _templates_on_the_server() -> list[str]:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'postgresql_demo_%'")
        return [name for (name,) in cursor.fetchall()]


def _drop_templates() -> None:
    for name in _templates_on_the_server():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {connection.ops.quote_name(name)}")


def _ask_what_is_asked_once() -> None:
    """Django asks for the types, and whether there is JSON, once and for good; tests count queries.

    Who has made the database has asked, who has copied it has not.
    """
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.get_for_models(*apps.get_models(), for_concrete_models=False)
    assert connection.features.supports_json_field


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "mep_site.settings.test"
    django.setup()
    make()
