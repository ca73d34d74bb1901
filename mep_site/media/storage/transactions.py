"""Files share the fate of the transaction in which they are stored and deleted.

Wagtail stores a file before its row is written, and deletes the one that was replaced before
anybody knows whether the row will say so: where the transaction failed there was a file that no
row named, or a row whose file was gone.
"""

import logging
import weakref

from django.core.files import File
from django.db import transaction

logger = logging.getLogger(__name__)


class TransactionToken:
    """Is known to a transaction alone, and lives as long as that may still be committed."""


class FollowsTransaction:
    """A storage whose files come and go with the transaction that is open, if one is."""

    def save(self, name: str | None, content: File, max_length: int | None = None) -> str:
        """Store a file; if the transaction, or the savepoint, is rolled back, it is removed."""
        stored = super().save(name, content, max_length)
        token = TransactionToken()
        # Django tells of a commit only. Where it rolls back it forgets what it was to call, and
        # with that the token.
        removal = weakref.finalize(token, self._remove, stored)
        transaction.on_commit(lambda token=token: removal.detach())
        return stored

    def delete(self, name: str) -> None:
        """Delete a file once the transaction is committed."""
        if transaction.get_connection().in_atomic_block:
            transaction.on_commit(lambda: self._remove(name))
        else:
            super().delete(name)

    def _remove(self, name: str) -> None:
        """Delete a file when it is too late to tell anybody that this has failed."""
        try:
            super().delete(name)
        except OSError:
            logger.exception("A file that no row names is left: %s", name)
