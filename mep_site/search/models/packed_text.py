"""A text that is stored compressed, because nothing asks the database what it says."""

from typing import Any
from zlib import compress, decompress

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

BEST = 9


def pack(text: str) -> bytes:
    """A text as it is stored."""
    return compress(text.encode(), BEST)


class PackedTextField(models.TextField):
    """A text in Python, and a third to a half of its bytes in the database."""

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_db_prep_value(
        self, value: str, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        return connection.Database.Binary(pack(value))

    def from_db_value(self, value: bytes, expression: Any, connection: BaseDatabaseWrapper) -> str:
        return decompress(value).decode()
