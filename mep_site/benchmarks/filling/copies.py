"""Lets the database copy published articles, with every row that their publication left behind.

A copy has a place, a slug and dates of its own. All else is that of its source: the texts, and how
many revisions, entries of the log, references and entries of the search index there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import DateTimeField, Field, Model
from wagtail.models import PageLogEntry, ReferenceIndex, Revision

from departments.models import PageDepartment
from mep_site.core.models import BasePage, PageCountry, PageTopic
from mep_site.search.models import Entry
from mep_site.search.query.date_terms import marks
from mep_site.search.query.expressions import mark
from mep_site.translations.models import AuthoritativeText, Edition
from news.models import NewsArticle, PolicyArticle

TABLE = "article_copies"
# Whose rows are copied, and by which column they name their page.
OWNERS: dict[type[Model], str] = {
    Revision: "object_id",
    BasePage: "id",
    NewsArticle: "basepage_ptr_id",
    PolicyArticle: "basepage_ptr_id",
    PageTopic: "page_id",
    PageDepartment: "page_id",
    PageCountry: "page_id",
    Edition: "page_id",
    AuthoritativeText: "page_id",
    PageLogEntry: "page_id",
    ReferenceIndex: "object_id",
    Entry: "object_id",
}
# Others name what they are of by its type too.
TYPES: dict[type[Model], tuple[str, tuple[type[Model], ...]]] = {
    Revision: ("base_content_type_id", (BasePage,)),
    ReferenceIndex: ("base_content_type_id", (BasePage,)),
    Entry: ("content_type_id", (NewsArticle, PolicyArticle)),
}
AS_KEY = "CAST({} AS varchar(255))"


@dataclass(frozen=True)
class Copy:
    """The page that is to be a copy of the page ``source``.

    ``revisions`` lies between the primary keys of the source's revisions and those of its own. What
    is ``old`` stands in the source and is replaced.
    """

    source: int
    page: int
    revisions: int
    path: str
    slug: str
    old_slug: str
    url_path: str
    date: str
    old_date: str
    published: datetime
    translation_key: UUID

    @property
    def row(self) -> list[Any]:
        """As it stands in the table of copies."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        values |= {"marks": _marks(self.date), "old_marks": _marks(self.old_date)}
        return [
            field.get_db_prep_value(values[name], connection) for name, field in _columns().items()
        ]


@transaction.atomic
def make(copies: Sequence[Copy]) -> None:
    """Store these copies; their places in the tree must be free."""
    columns = _columns()
    definitions = [f"{name} {field.rel_db_type(connection)}" for name, field in columns.items()]
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {TABLE} ({', '.join(definitions)})")
        rows = [copy.row for copy in copies]
        cursor.executemany(f"INSERT INTO {TABLE} VALUES ({places})", rows)  # noqa: S608
        for model in OWNERS:
            cursor.execute(_insertion(model))
        cursor.execute(f"DROP TABLE {TABLE}")
        for statement in connection.ops.sequence_reset_sql(no_style(), [BasePage, Revision]):
            cursor.execute(statement)


def _columns() -> dict[str, Field]:
    """The columns of the table of copies: each is stored as this field of the site is."""
    page, entry = BasePage._meta.get_field, Entry._meta.get_field
    return {
        **dict.fromkeys(("source", "page", "revisions"), page("id")),
        "path": page("path"),
        **dict.fromkeys(("slug", "old_slug"), page("slug")),
        "url_path": page("url_path"),
        **dict.fromkeys(("date", "old_date"), entry("date")),
        "published": page("first_published_at"),
        "translation_key": page("translation_key"),
        **dict.fromkeys(("marks", "old_marks"), entry("marks")),
    }


def _marks(date: str) -> str:
    return " ".join(mark(name, value) for name, value in marks(date))


def _insertion(model: type[Model]) -> str:
    """The statement that copies the rows of a model; the database numbers those that have none."""
    values = {
        field.column: value
        for field in model._meta.local_concrete_fields
        if (value := _value(model, field))
    }
    owner = f"old.{OWNERS[model]}"
    source = AS_KEY.format("copy.source") if OWNERS[model] == "object_id" else "copy.source"
    columns = ", ".join(f'"{column}"' for column in values)
    return (
        f"INSERT INTO {model._meta.db_table} ({columns}) "  # noqa: S608 - names of our own
        f"SELECT {', '.join(values.values())} FROM {model._meta.db_table} AS old "
        f"JOIN {TABLE} AS copy ON {owner} = {source} {_of_type(model)} "
        # The rows of a page stand as those of its source do, also where they have the same order.
        f'ORDER BY copy.page, old."{model._meta.pk.column}"'
    )


def _of_type(model: type[Model]) -> str:
    if model not in TYPES:
        return ""
    column, models = TYPES[model]
    keys = [str(ContentType.objects.get_for_model(each).pk) for each in models]
    return f"AND old.{column} IN ({', '.join(keys)})"


def _value(model: type[Model], field: Field) -> str:
    """What a column of a copy says; empty if the database fills it in."""
    old = f'old."{field.column}"'
    refers_to = field.related_model or (model if field.primary_key else None)
    if refers_to is Revision:
        return f"{old} + copy.revisions"
    if refers_to is BasePage:
        return f"{old} + copy.page - copy.source"
    if field.primary_key or field.generated:
        return ""
    # The pins of a copy name the same moment.
    if isinstance(field, DateTimeField) and field.name != "translates_text_of":
        return f"CASE WHEN {old} IS NOT NULL THEN copy.published END"
    return _own_values(field).get(field.name, old)


def _own_values(field: Field) -> dict[str, str]:
    """What a copy says otherwise than its source, by the name of the field."""
    content = f'CAST(old."{field.column}" AS text)'
    # PostgreSQL writes JSON with a blank after each colon, our SQLite without.
    between = ": " if connection.vendor == "postgresql" else ":"
    for name in ("slug", "date"):
        content = f"""REPLACE({content}, '"{name}"{between}"' || copy.old_{name} || '"',
                      '"{name}"{between}"' || copy.{name} || '"')"""
    return {
        **{name: f"copy.{name}" for name in ("path", "slug", "url_path", "date")},
        "path_end": f"SUBSTR(copy.path, LENGTH(copy.path) - {BasePage.steplen - 1})",
        "translation_key": "copy.translation_key",
        "object_id": AS_KEY.format("copy.page"),
        "marks": (
            "REPLACE(REPLACE(old.marks, copy.old_marks, copy.marks), "
            "'under=' || copy.source || ' ', 'under=' || copy.page || ' ')"
        ),
        "content": f"CAST({content} AS {field.db_type(connection)})",
    }
