"""System check: the database links the records and keeps them."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from .chain.triggers import missing_triggers


def check_guards(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """An error if triggers lack; silent where a migration is still to come, which makes them."""
    if "default" not in (databases or []) or _is_to_be_migrated():
        return []
    missing = missing_triggers()
    if not missing:
        return []
    return [
        Error(
            f"The database lacks triggers ({', '.join(missing)}): the audit log could be edited.",
            hint="Run manage.py migrate, which makes them, then manage.py verify_log.",
            id="auditlog.E001",
        )
    ]


def _is_to_be_migrated() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
