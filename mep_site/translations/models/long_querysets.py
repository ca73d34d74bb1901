"""Reads a part of what a long query finds."""

from typing import Any

from django.db.models import QuerySet


def between(found: QuerySet, count: int, start: int, stop: int) -> list[Any]:
    """What stands between two places of ``count``, read from the end that is nearer."""
    if start <= count - stop:
        return list(found[start:stop])
    return list(found.reverse()[count - stop : count - start])[::-1]
