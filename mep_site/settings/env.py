"""Typed readers of environment variables; a value that cannot be right stops the start by name.

Instead of NAME, NAME_FILE may name a file that holds the value, as container secrets do.
A variable that is set to nothing counts as not set.
"""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
SECRET_LENGTH = 50
# What Django compares with a Host header: a name, an IPv4 address, an IPv6 address in brackets.
HOST = re.compile(r"\*|\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
MAILBOX = re.compile(r"[^@\s]+@[^@\s]+")
SQLITE = "mep_site.sqlite"
LOG_FORMATS = {
    "plain": "mep_site.observability.logs.lines.PlainLines",
    "json": "mep_site.observability.logs.lines.JsonLines",
}
# By the backend that the scheme of a URL stands for.
DATABASE_ENGINES = {
    "django.db.backends.postgresql": "django.db.backends.postgresql",
    "django.db.backends.sqlite3": SQLITE,
}


def require(*names: str) -> None:
    """Stop unless every one of these variables is set; the message names all that are missing."""
    missing = [name for name in names if _read(name) is None]
    if missing:
        raise ImproperlyConfigured(
            "Set these environment variables (or the same names with _FILE): "
            + ", ".join(missing)
            + ". On a developer's machine: DJANGO_SETTINGS_MODULE=mep_site.settings.dev."
        )


def text(name: str, default: str = "") -> str:
    """Return the value as it stands."""
    value = _read(name)
    return default if value is None else value


def flag(name: str, default: bool) -> bool:
    """Return whether something is switched on."""
    value = _read(name)
    if value is None:
        return default
    if value.lower() not in TRUE | FALSE:
        raise _invalid(name, "1 or 0 (also true/false, yes/no, on/off)", value)
    return value.lower() in TRUE


def integer(name: str, default: int) -> int:
    """Return a whole number that is not negative."""
    value = _read(name)
    if value is None:
        return default
    if not (value.isascii() and value.isdigit()):
        raise _invalid(name, "a whole number", value)
    return int(value)


def listing(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Return the values that commas separate."""
    value = _read(name)
    if value is None:
        return list(default)
    return [part.strip() for part in value.split(",") if part.strip()]


def hosts(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Return host names, without scheme, port or path; a dot in front stands for all below."""
    values = listing(name, default)
    for value in values:
        if not HOST.fullmatch(value):
            raise _invalid(name, "host names such as www.example.org, no addresses of pages", value)
    return values


def mailboxes(name: str) -> list[str]:
    """Return e-mail addresses."""
    values = listing(name)
    for value in values:
        if not MAILBOX.fullmatch(value):
            raise _invalid(name, "e-mail addresses such as it@example.org", value)
    return values


def path(name: str, default: Path) -> Path:
    """Return an absolute path, so that it does not depend on where the process was started."""
    value = _read(name)
    if value is None:
        return default
    if not Path(value).is_absolute():
        raise _invalid(name, "an absolute path", value)
    return Path(value)


def secret(name: str) -> str:
    """Return a value that is too long to guess; the message of a refusal does not repeat it."""
    return _long_enough(name, text(name))


def secrets(name: str) -> list[str]:
    """Return any number of such values."""
    return [_long_enough(name, value) for value in listing(name)]


def origin(name: str, default: str) -> str:
    """Return a site's address: scheme, host and perhaps port, nothing after them."""
    value = text(name, default)
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or value != f"{parts.scheme}://{parts.netloc}":
        raise _invalid(name, "an address such as https://www.example.org, with no path", value)
    return value


def logging_to_stderr(loggers: dict[str, Any]) -> dict[str, Any]:
    """Return how everything is logged to standard error, in lines of the form of LOG_FORMAT.

    ``loggers`` are those that have settings of their own, as ``logging.config`` takes them.
    """
    value = text("LOG_FORMAT", "plain")
    if value not in LOG_FORMATS:
        raise _invalid("LOG_FORMAT", " or ".join(LOG_FORMATS), value)
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": LOG_FORMATS[value]}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": loggers,
    }


def database(name: str, default: Path) -> dict[str, Any]:
    """Return Django's description of the database at a URL, else of the SQLite file `default`.

    A password may stand apart from the URL, in DATABASE_PASSWORD for DATABASE_URL.
    """
    value = _read(name)
    if value is None:
        return {"ENGINE": SQLITE, "NAME": default}
    try:
        config = dict(dj_database_url.parse(value))
    except ValueError:
        config = {}
    if config.get("ENGINE") not in DATABASE_ENGINES:
        # The value may hold a password, so it is not repeated.
        raise ImproperlyConfigured(
            f"{name} must be a URL such as postgresql://user:password@host:5432/name"
            " or sqlite:////folder/file.sqlite3."
        )
    # How long a connection is kept is no matter of where the database is.
    place = {name: part for name, part in config.items() if not name.startswith("CONN_")}
    engine = DATABASE_ENGINES[config["ENGINE"]]
    if password := text(f"{name.removesuffix('_URL')}_PASSWORD"):
        place["PASSWORD"] = password
    return place | {"ENGINE": engine}


def _long_enough(name: str, value: str) -> str:
    if len(value) < SECRET_LENGTH:
        raise ImproperlyConfigured(
            f"{name} must have at least {SECRET_LENGTH} characters, but has {len(value)}."
        )
    return value


def _read(name: str) -> str | None:
    value, file = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if value and file:
        raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both.")
    if file:
        try:
            value = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}") from error
    return value or None


def _invalid(name: str, expected: str, value: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} must be {expected}, but is {value!r}.")
