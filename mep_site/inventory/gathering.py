"""Finds out what runs here: versions, settings, the state of the database, what Django warns of."""

import platform
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import django
import wagtail
from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.auditlog.chain.verifying import head_of_chain
from mep_site.backups.models import BackupRun
from mep_site.pagecache.release import release
from mep_site.scheduling.models import JobRun
from mep_site.settings import env

from .packages import InstalledPackage, installed_packages

# What a security office asks of a Django site; none of these is secret.
TOLD_SETTINGS = (
    "DEBUG",
    "ALLOWED_HOSTS",
    "WAGTAILADMIN_BASE_URL",
    "TRUSTED_PROXIES",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "SESSION_COOKIE_AGE",
    "CSRF_COOKIE_SECURE",
    "SECURE_CONTENT_TYPE_NOSNIFF",
    "SECURE_REFERRER_POLICY",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
    "X_FRAME_OPTIONS",
    "PASSWORD_HASHERS",
    "MFA_SUPPORTED_TYPES",
    "WAGTAILIMAGES_EXTENSIONS",
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE",
    "WAGTAILIMAGES_MAX_IMAGE_PIXELS",
    "WAGTAILDOCS_EXTENSIONS",
    "WAGTAILDOCS_MAX_UPLOAD_SIZE",
    "SLOW_QUERY_MS",
)
# Of these only whether they are set: the value opens something, or names another machine.
SET_OR_NOT = (
    "EMAIL_HOST",
    "METRICS_TOKEN",
    "SENTRY_DSN",
    "MACHINE_OPENAI_URL",
    "MACHINE_DEEPL_KEY",
    "SEARCH_OPENSEARCH_URL",
)


class Fact(NamedTuple):
    """A thing that is told, by its name, which may be one that machines know, in any language."""

    name: Any
    value: str
    is_code: bool = False


class FactGroup(NamedTuple):
    """Facts that belong together."""

    heading: Promise
    facts: list[Fact]


class WhatRuns(NamedTuple):
    """All of it."""

    parts: list[FactGroup]
    packages: list[InstalledPackage]
    warnings: list[checks.CheckMessage]


def what_runs() -> WhatRuns:
    """Find it out now, as this process sees it."""
    parts = [
        FactGroup(_("Versions"), list(_versions())),
        FactGroup(_("Database and records"), list(_records())),
        FactGroup(_("Settings"), [*_told_settings(), *_set_or_not()]),
    ]
    return WhatRuns(parts, installed_packages(), deployment_warnings())


def deployment_warnings() -> list[checks.CheckMessage]:
    """What ``check --deploy`` says that is to be looked at."""
    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    return [each for each in found if not each.is_silenced() and each.level >= checks.INFO]


def _versions() -> Iterator[Fact]:
    yield Fact(_("Commit"), settings.RELEASE or "–")
    yield Fact(_("Digest of code and packages"), release())
    yield Fact("Python", platform.python_version(), is_code=True)
    yield Fact("Django", django.get_version(), is_code=True)
    yield Fact("Wagtail", wagtail.__version__, is_code=True)
    yield Fact(connection.display_name, _version_of_database(), is_code=True)
    yield Fact(_("Operating system"), f"{platform.system()} {platform.release()}")


def _version_of_database() -> str:
    return ".".join(map(str, connection.get_database_version()))


def _records() -> Iterator[Fact]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    names = ", ".join(f"{migration.app_label}.{migration.name}" for migration, _back in waiting)
    yield Fact(_("Migrations still to be applied"), names or str(_("none")))
    yield Fact(_("Last backup"), _moment(BackupRun.objects.latest_of(BackupRun.Kind.BACKUP)))
    yield Fact(_("Last drill"), _moment(BackupRun.objects.latest_of(BackupRun.Kind.DRILL)))
    yield Fact(_("Head of the audit log"), str(head_of_chain()))
    verified = JobRun.objects.filter(command="verify_log", failures=0).first()
    yield Fact(_("Audit log verified"), _moment(verified))


def _moment(run: Any) -> str:
    """When a run ended, in the time zone of the reader."""
    ended: datetime | None = getattr(run, "ended_at", None)
    return f"{timezone.localtime(ended):%Y-%m-%d %H:%M}" if ended else str(_("never"))


def _told_settings() -> Iterator[Fact]:
    for name in TOLD_SETTINGS:
        value = getattr(settings, name, None)
        listed = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        yield Fact(name, listed, is_code=True)


def _set_or_not() -> Iterator[Fact]:
    words = {
        True: pgettext_lazy("of a setting", "set"),
        False: pgettext_lazy("of a setting", "not set"),
    }
    for name in SET_OR_NOT:
        yield Fact(name, str(words[bool(getattr(settings, name, ""))]), is_code=True)
    yield Fact("REDIS_URL", str(words["pages" in settings.CACHES]), is_code=True)
    yield Fact("LOG_FORMAT", env.text("LOG_FORMAT", "plain"), is_code=True)
