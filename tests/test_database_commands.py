"""What docs/operations.md does with PostgreSQL by its own programs."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from .test_deployment_files import ROOT
from .throwaway_postgresql import PROGRAMS, server

pytestmark = pytest.mark.slow
Run = Callable[[str], str]


@pytest.fixture
def postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs commands beside a server that compose would have begun, as its container runs them."""
    with (
        TemporaryDirectory(prefix="mep-site-commands-") as above,
        server(Path(above, "data")) as url,
    ):
        monkeypatch.setenv("PATH", str(PROGRAMS / "bin"), prepend=os.pathsep)
        monkeypatch.setenv("PGHOST", url.rpartition("host=")[2])
        monkeypatch.setenv("POSTGRES_USER", "site")

        def run(command: str) -> str:
            done = subprocess.run(
                ["sh", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False
            )
            assert done.returncode == 0, done.stderr
            return done.stdout.strip()

        run("createuser --username=postgres --superuser site && createdb --username=site site")
        yield run


def test_an_archive_is_read_by_another_server(postgresql: Run) -> None:
    """That an older server has written it cannot be tried here: there is only this one."""
    postgresql("psql --username=site --command='CREATE TABLE page AS SELECT 7 AS id'")
    postgresql("pg_dump --username=site --format=custom site > site.dump")
    postgresql("dropdb --username=postgres site && createdb --username=site site")
    postgresql("pg_restore --username=site --dbname=site < site.dump")
    found = postgresql("psql --username=site --tuples-only --command='SELECT id FROM page'")
    assert found == "7"


def test_the_password_of_the_file_becomes_that_of_the_role(
    postgresql: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = "psql --username=postgres --tuples-only --command='SELECT rolpassword FROM pg_authid'"
    before = postgresql(known)
    (tmp_path / "password").write_text("it's; new\\")
    monkeypatch.setenv("POSTGRES_PASSWORD_FILE", str(tmp_path / "password"))
    postgresql(f"sh < {ROOT / 'deploy' / 'change_database_password'}")
    assert "SCRAM-SHA-256" not in before
    assert "SCRAM-SHA-256" in postgresql(known)
