"""Django's backend for SQLite, but that JSON is stored as it reads, without blanks.

Django writes each Chinese character and Cyrillic letter in JSON as an escape of six bytes, instead
of three and two. PostgreSQL stores JSON in a form of its own, in which neither matters.
"""

import json
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations


class Operations(DatabaseOperations):
    def adapt_json_value(self, value: Any, encoder: type[json.JSONEncoder] | None) -> str:
        return json.dumps(value, cls=encoder, ensure_ascii=False, separators=(",", ":"))


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = Operations
