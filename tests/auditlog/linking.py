"""Links records to the chain within a test."""

from django.db import connection


def link_records() -> None:
    """Do what PostgreSQL does when a transaction ends, which that of a test never does well."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
