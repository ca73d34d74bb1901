"""What each kind of database does in its own way; ``engine`` is the one of this site.

Both copy the database at one moment while it is in use, load a copy into a database beside it, and
exchange the two in one step.
"""

from django.db import connection

from . import postgresql, sqlite
from .kinds import DatabaseKind

__all__ = ["DatabaseKind", "engine"]


def engine() -> DatabaseKind:
    """The way of the database that this site uses."""
    return (sqlite if connection.vendor == "sqlite" else postgresql).ENGINE
