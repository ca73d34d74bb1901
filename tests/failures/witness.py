"""What stands in the database, so that a state can be told from one that is neither here nor there.

A witness looks at each column of each table: at how many rows have which value. What comes out in
another way each time although the same was done, such as the moment of it, it leaves aside.
"""

from collections import Counter
from collections.abc import Callable

from django.apps import apps
from django.db import connection, transaction

from mep_site.publicstate import version

# Sessions are no part of what is done; the version of what is public only ever rises.
LEFT_ASIDE = {"django_session", "publicstate_publicchange"}

Column = tuple[str, str]
State = dict[Column, Counter]


# In the place of a column: the rows themselves.
ROWS = "*"


def every_column() -> list[Column]:
    """The columns of the tables of all models, and for each table its rows."""
    models = (
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    )
    return [
        (model._meta.db_table, column)
        for model in models
        if model._meta.db_table not in LEFT_ASIDE
        for column in [ROWS, *(field.column for field in model._meta.local_concrete_fields)]
    ]


def look(columns: list[Column]) -> State:
    """How many rows have which value in each of these columns."""
    return {each: _values(*each) for each in columns}


def _values(table: str, column: str) -> Counter:
    quote = connection.ops.quote_name
    wanted = "1" if column == ROWS else quote(column)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wanted} FROM {quote(table)}")
        return Counter(hash(repr(value)) for (value,) in cursor.fetchall())


def outcome(deed: Callable[[], None], columns: list[Column]) -> State:
    """How it stands when it has been done; nothing is kept of it."""
    with transaction.atomic():
        deed()
        after = look(columns)
        transaction.set_rollback(True)
    version.expire()
    return after


def telling_columns(deed: Callable[[], None]) -> list[Column]:
    """The columns that it changes, each time in the same way."""
    every = every_column()
    before, once, again = look(every), outcome(deed, every), outcome(deed, every)
    return [each for each in every if before[each] != once[each] == again[each]]
