"""The table that holds the version."""

from django.db import models


class PublicChange(models.Model):
    """What the version is made of: the tokens of the latest changes, added up.

    Only triggers write here. On PostgreSQL each change adds a row, so that no transaction waits for
    another, and the oldest rows are forgotten. SQLite has one writer at a time, and one row.
    """

    token = models.BigIntegerField(editable=False)

    class Meta:
        verbose_name = "public change"

    def __str__(self) -> str:
        return str(self.token)
