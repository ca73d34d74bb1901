"""Environment variables are read with their types, and a bad value is refused by name."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from mep_site.settings import dev, env

SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLM"
PRODUCTION = {
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "www.example.org",
    "DATABASE_URL": "postgresql://site@127.0.0.1/site",
    "WAGTAILADMIN_BASE_URL": "https://www.example.org",
}


@pytest.fixture(autouse=True)
def no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("X", "X_FILE", "Y", "Y_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def value_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "value"
    monkeypatch.setenv("X_FILE", str(file))
    return file


def settings_in(module: str, expression: str, **variables: str) -> str:
    """Import a settings module in a fresh process and return what the expression prints."""
    code = f"import mep_site.settings.{module} as s; print({expression})"
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=kept | variables,
        cwd=dev.BASE_DIR,
    )
    return (result.stdout + result.stderr).strip()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("true", True), ("YES", True), ("on", True), ("0", False), ("Off", False)],
)
def test_a_flag_is_read_in_its_usual_spellings(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: bool
) -> None:
    monkeypatch.setenv("X", value)
    assert env.flag("X", not expected) is expected


def test_what_is_not_set_or_set_to_nothing_has_its_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("X", "")
    assert env.text("X", "a") == env.text("Y", "a") == "a"
    assert env.flag("X", True)
    assert env.integer("X", 7) == 7
    assert env.listing("X", ("a",)) == ["a"]
    assert env.path("X", tmp_path) == tmp_path
    assert env.origin("X", "http://a") == "http://a"
    assert env.database("X", tmp_path)["NAME"] == tmp_path


def test_numbers_lists_and_paths_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "25")
    assert env.integer("X", 0) == 25
    monkeypatch.setenv("X", " a.org, b.org ,")
    assert env.listing("X") == ["a.org", "b.org"]
    monkeypatch.setenv("X", "/srv/media")
    assert env.path("X", Path("/")) == Path("/srv/media")


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (lambda: env.flag("X", False), "maybe"),
        (lambda: env.integer("X", 0), "-1"),
        (lambda: env.integer("X", 0), "1.5"),
        (lambda: env.integer("X", 0), "٣"),
        (lambda: env.path("X", Path("/")), "media"),
        (lambda: env.origin("X", ""), "www.example.org"),
        (lambda: env.origin("X", ""), "https://www.example.org/"),
        (lambda: env.origin("X", ""), "https://www.example.org/admin"),
        (lambda: env.origin("X", ""), "ftp://www.example.org"),
    ],
)
def test_it_refuses_a_bad_value_by_name(
    monkeypatch: pytest.MonkeyPatch, reader: Callable[[], object], value: str
) -> None:
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match=r"^X must be .*, but is ") as refusal:
        reader()
    assert repr(value) in str(refusal.value)


def test_it_refuses_a_short_secret_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "hunter2")
    with pytest.raises(ImproperlyConfigured, match="X must have at least 50") as refusal:
        env.secret("X")
    assert "hunter2" not in str(refusal.value)


def test_a_long_secret_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", SECRET)
    assert env.secret("X") == SECRET


def test_a_postgresql_url_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "postgresql://site:p%40ss@db:5433/mep?sslmode=require")
    database = env.database("X", Path("/unused"))
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db", 5433, "mep")
    assert (database["USER"], database["PASSWORD"]) == ("site", "p@ss")
    assert database["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "value", ["mysql://site:hunter2@db/site", "db.hunter2", "nothing://hunter2", "://hunter2"]
)
def test_it_refuses_another_database_without_repeating_the_password(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match="X must be a URL such as postgresql://") as no:
        env.database("X", Path("/unused"))
    assert "hunter2" not in str(no.value)


def test_a_value_may_stand_in_a_file(value_file: Path) -> None:
    value_file.write_text(f"{SECRET}\n", encoding="utf-8")
    assert env.secret("X") == SECRET
    env.require("X")


def test_it_refuses_a_file_that_cannot_be_read(value_file: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="X_FILE cannot be read"):
        env.text("X")
    value_file.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(ImproperlyConfigured, match="X_FILE cannot be read"):
        env.text("X")


def test_it_refuses_a_value_and_a_file_together(
    value_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X", "a")
    with pytest.raises(ImproperlyConfigured, match="Set X or X_FILE, not both"):
        env.text("X")


def test_all_missing_variables_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("Y", "")
    with pytest.raises(ImproperlyConfigured, match=r"X, Y$"):
        env.require("X", "Y")


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_does_not_start_without(missing: str) -> None:
    variables = {name: value for name, value in PRODUCTION.items() if name != missing}
    message = settings_in("production", "s.DEBUG", **variables)
    assert message.endswith(f"(or the same names with _FILE): {missing}")


def test_production_starts_with_its_four_variables_and_is_never_in_debug() -> None:
    assert settings_in(
        "production", "s.DEBUG, hasattr(s, 'SENDFILE_BACKEND')", **PRODUCTION, DEBUG="1"
    ) == ("False False")


@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", False)])
def test_the_scheme_of_the_address_decides_about_tls(scheme: str, secure: bool) -> None:
    values = "s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE"
    variables = PRODUCTION | {"WAGTAILADMIN_BASE_URL": f"{scheme}://www.example.org"}
    assert settings_in("production", values, **variables) == f"{secure} {secure} {secure}"


def test_production_without_a_mail_server_offers_no_mail() -> None:
    offered = "s.WAGTAIL_PASSWORD_RESET_ENABLED, s.EMAIL_BACKEND.split('.')[-2]"
    assert settings_in("production", offered, **PRODUCTION) == "False dummy"


def test_production_sends_mail_where_there_is_a_server() -> None:
    settings = "s.EMAIL_HOST, s.EMAIL_PORT, hasattr(s, 'EMAIL_BACKEND')"
    variables = PRODUCTION | {"EMAIL_HOST": "mail.example.org", "EMAIL_PORT": "25"}
    assert settings_in("production", settings, **variables) == "mail.example.org 25 False"


def test_sqlite_waits_for_its_turn_and_writes_ahead() -> None:
    options = settings_in("base", "s.DATABASES['default']['OPTIONS']")
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "journal_mode=WAL" in options


def test_every_request_is_one_transaction_on_either_database() -> None:
    atomic = "s.DATABASES['default']['ATOMIC_REQUESTS']"
    assert settings_in("base", atomic) == "True"
    assert settings_in("base", atomic, DATABASE_URL=PRODUCTION["DATABASE_URL"]) == "True"


def test_a_development_machine_keeps_a_secret_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret_key"
    secret = dev.kept_secret(file)
    assert len(secret) >= env.SECRET_LENGTH
    assert dev.kept_secret(file) == secret
    assert file.stat().st_mode & 0o077 == 0
