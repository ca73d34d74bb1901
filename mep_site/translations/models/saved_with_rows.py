"""What happens beneath Wagtail's save of a page, and in its transaction: its rows, and references.

Stock, every row that is saved has the references of the whole page read anew, so that a page with
twenty rows is read twenty times.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, ReferenceIndex

from mep_site.internals import forget_rows

from ..content.content import BOOKKEEPING
from ..content.rows import load_rows

REFERRING_TO_NOTHING = {*BOOKKEEPING, COMMENTS_RELATION_NAME, "draft_titles"}


class SavedWithRows(ClusterableModel):
    """A page whose references are noted once, when it and its rows are saved.

    Stands after Wagtail's page among the bases, so that this ``save`` is what that one calls.
    """

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        """Save the page and its rows, then note what they refer to.

        What Wagtail keeps of a page beside its content refers to nothing.
        """
        # Wagtail's module asks for the models while it is loaded.
        from wagtail.signal_handlers import (
            disable_reference_index_auto_update,
            update_reference_index_on_save,
        )

        columns = options.get("update_fields")
        may_refer = columns is not None and self._may_refer(columns)
        with disable_reference_index_auto_update():
            super().save(**options)
        if columns is None:
            self._note_references()
        elif may_refer:
            update_reference_index_on_save(self)

    def _may_refer(self, columns: Iterable[str]) -> bool:
        comments = getattr(self, COMMENTS_RELATION_NAME)
        has_comments = comments.is_deferring and comments.exists()
        return has_comments or not {*columns} <= REFERRING_TO_NOTHING

    def _note_references(self) -> None:
        for name, rows in self._rows_in_memory.items():
            getattr(self, name).set(rows)
        load_rows(self)
        self.follow_rows()
        ReferenceIndex.create_or_update_for_object(self)
        forget_rows(self, self._relations())

    def follow_rows(self) -> None:
        """Called with every save, while the rows are in memory as they are stored; does nothing."""

    def save_base(self, *args: Any, **options: Any) -> None:
        """Save the columns; rows that receivers read meanwhile need not be saved for that."""
        unread = set(self._relations()) - set(self._read_relations())
        super().save_base(*args, **options)
        self._rows_in_memory = {
            name: list(getattr(self, name).all()) for name in self._read_relations()
        }
        forget_rows(self, unread)

    def _relations(self) -> Iterator[str]:
        return (relation.get_accessor_name() for relation in get_all_child_relations(type(self)))

    def _read_relations(self) -> Iterator[str]:
        return (name for name in self._relations() if getattr(self, name).is_deferring)
