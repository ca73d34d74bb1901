"""Load balancers are told whether the site lives and whether it is ready, whatever they call it."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import RequestFactory

from mep_site.health import probes, readiness


@pytest.fixture(autouse=True)
def transaction_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A probe begins with a connection of its own, which would end the test's transaction."""
    monkeypatch.setattr(probes, "close_old_connections", lambda: None)


def asked(path: str, method: str = "GET", host: str = "10.0.0.7:8000") -> tuple[str, dict, bytes]:
    """Status, headers and body of a probe; what is none ends in another application."""
    told = {}

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        told.update(dict(headers), status=status)

    def site(environ: dict, start_response: object) -> list[bytes]:
        start_response("200 OK", [])
        return [b"the site"]

    environ = RequestFactory().generic(method, path, headers={"host": host}).environ
    body = b"".join(probes.with_probes(site)(environ, start))
    return told.pop("status"), told, body


def test_a_process_that_lives_says_so_and_asks_nothing():
    """No database is open to this test: it would fail if one were asked."""
    status, headers, body = asked("/healthz")
    assert status == "200 OK"
    assert headers["Cache-Control"] == "no-store"
    assert json.loads(body) == {"status": "alive"}


def test_a_site_that_is_ready_says_what_it_looked_at(db):
    status, headers, body = asked("/readyz")
    assert (status, headers["Content-Type"]) == ("200 OK", "application/json")
    assert json.loads(body) == {
        "status": "ready",
        "checks": dict.fromkeys(["database", "migrations", "public version", "uploads"], "ok"),
    }


def test_who_asks_for_the_head_gets_no_body(db):
    status, headers, body = asked("/readyz", "HEAD")
    assert (status, body) == ("200 OK", b"")
    assert int(headers["Content-Length"]) > 0


@pytest.mark.parametrize("path", ["/", "/en/", "/healthz/", "/en/readyz", "/readyz.html"])
def test_everything_else_is_left_to_the_site(path):
    assert asked(path)[2] == b"the site"


@pytest.mark.asvs("16.5.1")
def test_a_site_whose_database_is_away_is_not_ready_and_names_no_secret(db, monkeypatch):
    def fail(*arguments: object) -> None:
        raise OperationalError("connection to server at 10.0.0.9, user site, password hunter2")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", fail)
        status, _headers, body = asked("/readyz")
    assert status == "503 Service Unavailable"
    assert json.loads(body)["checks"]["database"] == "OperationalError"
    assert b"10.0.0.9" not in body
    assert b"hunter2" not in body


def test_a_site_that_was_not_migrated_is_not_ready(db):
    last = MigrationRecorder(connection).migration_qs.filter(app="scheduling").latest("id")
    name = f"{last.app}.{last.name}"
    last.delete()
    status, _headers, body = asked("/readyz")
    assert status == "503 Service Unavailable"
    assert json.loads(body)["checks"]["migrations"] == f"not applied: {name}"
    with pytest.raises(CommandError, match="The site is not ready"):
        call_command("check_ready", stdout=io.StringIO())


def test_a_version_that_is_newer_than_this_code_is_no_harm(db):
    MigrationRecorder(connection).record_applied("news", "9999_of_tomorrow")
    assert readiness.readiness().is_ready


def test_a_site_that_can_store_no_upload_is_not_ready(db, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setattr(default_storage, "location", str(tmp_path / "file"))
    status, _headers, body = asked("/readyz")
    assert status == "503 Service Unavailable"
    assert json.loads(body)["checks"]["uploads"] == "FileExistsError"


def test_without_redis_it_is_ready_but_degraded(db, settings):
    settings.CACHES = settings.CACHES | {
        "pages": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    status, _headers, body = asked("/readyz")
    told = json.loads(body)
    assert (status, told["status"]) == ("200 OK", "degraded")
    assert told["checks"]["redis"] == "ConnectionError"


def test_the_command_says_the_same(db):
    output = io.StringIO()
    call_command("check_ready", stdout=output)
    assert output.getvalue().splitlines() == [
        *("database: ok", "migrations: ok", "public version: ok", "uploads: ok"),
        "The site is ready.",
    ]


@pytest.mark.slow
def test_the_deployed_application_answers_before_hosts_and_tls_are_looked_at():
    """In a process of its own, as only there the settings are those of production."""
    code = (
        "from mep_site.wsgi import application as site\n"
        "from wsgiref.util import setup_testing_defaults as usual\n"
        "environ = {'PATH_INFO': '/healthz', 'HTTP_HOST': 'nobody'}\n"
        "usual(environ)\n"
        "print(b''.join(site(environ, lambda status, headers: print(status))))"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "x" * 50,
        "ALLOWED_HOSTS": "www.example.org",
        "DATABASE_URL": "postgresql://site@127.0.0.1:1/site",
        "WAGTAILADMIN_BASE_URL": "https://www.example.org",
    }
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.splitlines() == ["200 OK", 'b\'{"status": "alive"}\'']
