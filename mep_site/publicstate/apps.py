"""App configuration of mep_site.publicstate."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class PublicStateConfig(AppConfig):
    """What the public can see, as one version."""

    name = "mep_site.publicstate"

    def ready(self) -> None:
        """Keep the triggers up to date, and notice what this process writes."""
        from .checks import check_private_names, check_triggers
        from .version import notice_writes

        register(check_private_names, Tags.models)
        register(check_triggers, Tags.database)
        connection_created.connect(notice_writes)
        pre_migrate.connect(_remove, sender=self)
        post_migrate.connect(_install, sender=self)


def _remove(using: str, plan: list[Any], **kwargs: Any) -> None:
    """On SQLite, which drops no column that a trigger names; on PostgreSQL readers would wait."""
    from .triggers import remove_triggers

    if plan and using == DEFAULT_DB_ALIAS and connection.vendor == "sqlite":
        remove_triggers()


def _install(using: str, **kwargs: Any) -> None:
    from .models import PublicChange
    from .triggers import install_triggers

    # Not after a migration back to before the first one.
    is_migrated = PublicChange._meta.db_table in connection.introspection.table_names()
    if using == DEFAULT_DB_ALIAS and is_migrated:
        install_triggers()
