"""What can be wrong with the index as a whole, whatever its entries say."""

from django.db import connection

from ..analysis import ANALYSER_VERSION
from ..models import Entry

# SQLite keeps the full-text index by triggers, PostgreSQL has an index of what a function says.
KEPT_BY = {
    "sqlite": {"search_entry_insert", "search_entry_delete", "search_entry_update"},
    "postgresql": {"search_entry_vector"},
}
STORED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE tablename = 'search_entry'",
}


def missing_parts() -> list[str]:
    """What the database lacks, so that entries are stored but not found, or not soon."""
    with connection.cursor() as cursor:
        cursor.execute(STORED[connection.vendor])
        stored = {name for (name,) in cursor.fetchall()}
    return sorted(KEPT_BY[connection.vendor] - stored)


def count_outdated() -> int:
    """How many entries were made by another version of the analysis."""
    return Entry.objects.exclude(analyser=ANALYSER_VERSION).count()


def faults() -> list[str]:
    """What is wrong, in sentences for operators."""
    found = []
    if missing := missing_parts():
        found.append(
            f"The database lacks {', '.join(missing)}: entries of the search index are stored, "
            "but not found. docs/operations.md says how to bring that back."
        )
    if outdated := count_outdated():
        found.append(
            f"{outdated} entries of the search index were made by another version of the "
            "analysis. Run rebuild_search_index."
        )
    return found
