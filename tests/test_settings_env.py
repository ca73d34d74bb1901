"""Environment variables are read with their types, and a bad value is refused by name."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.exceptions import ImproperlyConfigured

from mep_site.settings import dev, env

SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLM"
PRODUCTION = {
    "SECRET_KEY": SECRET,
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
        (lambda: env.hosts("X"), "https://www.example.org"),
        (lambda: env.hosts("X"), "www.example.org:443"),
        (lambda: env.hosts("X"), "example.org/en"),
        (lambda: env.mailboxes("X"), "it"),
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


def test_hosts_and_mailboxes_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = ["www.example.org", ".example.org", "*", "localhost", "10.0.0.7", "[::1]", "web_1"]
    monkeypatch.setenv("X", ",".join(hosts))
    assert env.hosts("X") == hosts
    monkeypatch.setenv("X", "it@example.org, ops@example.org")
    assert env.mailboxes("X") == ["it@example.org", "ops@example.org"]


def test_each_of_several_secrets_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", f"{SECRET},{SECRET[::-1]}")
    assert env.secrets("X") == [SECRET, SECRET[::-1]]
    monkeypatch.setenv("X", f"{SECRET},hunter2")
    with pytest.raises(ImproperlyConfigured, match="X must have at least 50"):
        env.secrets("X")


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


def test_a_password_may_stand_apart_from_the_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X_URL", "postgresql://site@db:5432/site")
    monkeypatch.setenv("X_PASSWORD", "p@ss/word")
    assert env.database("X_URL", Path("/unused"))["PASSWORD"] == "p@ss/word"


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
    with pytest.raises(ImproperlyConfigured, match=r": X, Y\. "):
        env.require("X", "Y")


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_does_not_start_without(missing: str) -> None:
    variables = {name: value for name, value in PRODUCTION.items() if name != missing}
    message = settings_in("production", "s.DEBUG", **variables)
    assert f"(or the same names with _FILE): {missing}. On a developer" in message


@pytest.mark.asvs("13.4.2")
def test_production_starts_with_its_three_variables_and_is_never_in_debug() -> None:
    assert settings_in(
        "production", "s.DEBUG, hasattr(s, 'SENDFILE_BACKEND')", **PRODUCTION, DEBUG="1"
    ) == ("False False")


def test_the_site_answers_to_the_host_of_its_address_unless_told_otherwise() -> None:
    assert settings_in("production", "s.ALLOWED_HOSTS", **PRODUCTION) == "['www.example.org']"
    others = {"ALLOWED_HOSTS": "a.example.org,b.example.org"}
    assert settings_in("production", "len(s.ALLOWED_HOSTS)", **PRODUCTION, **others) == "2"


def test_what_older_keys_have_signed_is_accepted() -> None:
    keys = {"SECRET_KEY_FALLBACKS": f"{SECRET[::-1]}"}
    assert SECRET[::-1] in settings_in("production", "s.SECRET_KEY_FALLBACKS", **PRODUCTION, **keys)


def test_without_settings_a_command_makes_no_database(tmp_path: Path) -> None:
    """It takes those of production, which say what is missing."""
    result = subprocess.run(
        [sys.executable, dev.BASE_DIR / "manage.py", "migrate"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
        cwd=tmp_path,
    )
    assert result.returncode != 0
    assert "SECRET_KEY, DATABASE_URL, WAGTAILADMIN_BASE_URL" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.asvs("3.4.1", "12.2.1")
@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", False)])
def test_the_scheme_of_the_address_decides_about_tls(scheme: str, secure: bool) -> None:
    values = (
        "s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_SECONDS >= 365 * 24 * 60 * 60"
    )
    variables = PRODUCTION | {"WAGTAILADMIN_BASE_URL": f"{scheme}://www.example.org"}
    assert settings_in("production", values, **variables) == " ".join([str(secure)] * 5)


def test_production_without_a_mail_server_offers_no_mail() -> None:
    offered = "s.WAGTAIL_PASSWORD_RESET_ENABLED, s.EMAIL_BACKEND.split('.')[-2]"
    assert settings_in("production", offered, **PRODUCTION) == "False dummy"


def test_production_sends_mail_where_there_is_a_server() -> None:
    settings = "s.EMAIL_HOST, s.EMAIL_PORT, hasattr(s, 'EMAIL_BACKEND')"
    variables = PRODUCTION | {"EMAIL_HOST": "mail.example.org", "EMAIL_PORT": "25"}
    assert settings_in("production", settings, **variables) == "mail.example.org 25 False"


MAIL = {"EMAIL_HOST": "mail.example.org"}


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "587 True False"),
        ({"EMAIL_USE_SSL": "1"}, "465 False True"),
        ({"EMAIL_USE_TLS": "0", "EMAIL_PORT": "25"}, "25 False False"),
    ],
)
def test_mail_goes_by_starttls_or_tls_or_neither(variables: dict, expected: str) -> None:
    values = "s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL"
    assert settings_in("production", values, **PRODUCTION, **MAIL, **variables) == expected


def test_mail_by_both_is_refused() -> None:
    both = {"EMAIL_USE_TLS": "1", "EMAIL_USE_SSL": "1"}
    message = settings_in("production", "s", **PRODUCTION, **MAIL, **both)
    assert "Set EMAIL_USE_TLS (STARTTLS, port 587) or EMAIL_USE_SSL" in message


def test_who_is_told_of_failures_needs_a_mail_server() -> None:
    admins = {"ADMINS": "it@example.org"}
    told = "s.ADMINS, s.LOGGING['root']['handlers'][-1]"
    assert settings_in("production", told, **PRODUCTION, **MAIL, **admins) == (
        "[('', 'it@example.org')] alert"
    )
    assert "set EMAIL_HOST" in settings_in("production", told, **PRODUCTION, **admins)


def test_nobody_waits_long_for_a_database_that_is_away() -> None:
    options = "s.DATABASES['default']['OPTIONS']"
    assert settings_in("production", options, **PRODUCTION) == "{'connect_timeout': 3}"


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


@pytest.mark.asvs("11.4.2")
def test_production_stores_passwords_by_a_slow_function() -> None:
    """Django's own, with as many rounds as OWASP asks for or more."""
    assert settings_in("production", "hasattr(s, 'PASSWORD_HASHERS')", **PRODUCTION) == "False"
    assert global_settings.PASSWORD_HASHERS[0].endswith(".PBKDF2PasswordHasher")
    assert PBKDF2PasswordHasher.digest is hashlib.sha256
    assert PBKDF2PasswordHasher.iterations >= 600_000


@pytest.mark.asvs("16.2.3")
@pytest.mark.parametrize(
    ("variables", "handlers"),
    [({}, "stderr"), (MAIL | {"ADMINS": "a@example.org"}, "alert stderr")],
)
def test_lines_go_to_standard_error_and_alerts_to_administrators(
    variables: dict, handlers: str
) -> None:
    known = "' '.join(sorted(s.LOGGING['handlers']))"
    assert settings_in("production", known, **PRODUCTION, **variables) == handlers
