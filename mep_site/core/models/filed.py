"""The row by which a page is filed under something, so that it is found there."""

from collections.abc import Iterable

from django.db import models

from .row import Row


class FiledRow(Row):
    """A row that files a page under something, and names the date by which lists sort the page.

    The date repeats that of the page, so that an index has the newest pages on a topic.
    """

    is_passage = False

    date = models.CharField(max_length=10, editable=False, default="")

    class Meta(Row.Meta):
        abstract = True

    @classmethod
    def follow_date(cls, rows: Iterable["FiledRow"], date: str) -> None:
        """Let these rows, as they are stored, name this date."""
        stale = [row.pk for row in rows if row.date != date]
        if stale:
            cls.objects.filter(pk__in=stale).update(date=date)
