"""System checks of the search, which ``migrate`` and ``check --database`` run."""

from typing import Any

from django.core.checks import CheckMessage, Warning  # noqa: A004 - Django's name
from django.db import connections

from .index.soundness import faults
from .models import Entry


def check_index(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of an index that does not find what it should; silent before the first migration."""
    if "default" not in (databases or []):
        return []
    if Entry._meta.db_table not in connections["default"].introspection.table_names():
        return []
    return [Warning(fault, id="search.W001") for fault in faults()]
