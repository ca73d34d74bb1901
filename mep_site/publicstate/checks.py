"""System checks: what is called private exists, and the database watches all the rest."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from .private import PRIVATE_COLUMNS, PRIVATE_MODELS
from .triggers import unwatched_changes


def check_private_names(**kwargs: Any) -> list[CheckMessage]:
    """Errors for names that no model or field has: what they should name would count as public."""
    return [
        Error(
            f"mep_site.publicstate.private names {name}, which does not exist.",
            hint="Correct the name, or remove it if the model or field is gone.",
            id="publicstate.E001",
        )
        for name in _unknown()
    ]


def check_triggers(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Name the triggers that lack; silent where a migration is still to come, which makes them.

    ``migrate`` takes them away while it works, and runs this check before it does. Where it was
    cut short, it must be able to go on.
    """
    if "default" not in (databases or []) or _is_to_be_migrated():
        return []
    missing = unwatched_changes()
    if not missing:
        return []
    return [
        Error(
            f"The database lacks triggers ({', '.join(missing[:3])}, {len(missing)} in all): "
            "readers would not see what is published.",
            hint="Run manage.py migrate, which makes them.",
            id="publicstate.E002",
        )
    ]


def _is_to_be_migrated() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _unknown() -> Iterator[str]:
    models = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    yield from sorted(PRIVATE_MODELS - models.keys())
    for label, names in PRIVATE_COLUMNS.items():
        fields = {f.name for f in models[label]._meta.local_fields} if label in models else set()
        yield from (f"{label}.{name}" for name in sorted(names - fields))
