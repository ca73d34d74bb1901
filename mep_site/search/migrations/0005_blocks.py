"""Blocks of 16,384 primary keys, so that PostgreSQL can be asked for the newest entries only."""

from django.db import migrations

FORWARDS = """
CREATE OR REPLACE FUNCTION search_entry_vector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.vector := search_vector(
        NEW.title_terms, NEW.terms, NEW.marks || ' block=' || NEW.id / 16384
    );
    RETURN NEW;
END
$$;
UPDATE search_entry SET marks = marks
"""

BACKWARDS = """
CREATE OR REPLACE FUNCTION search_entry_vector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.vector := search_vector(NEW.title_terms, NEW.terms, NEW.marks);
    RETURN NEW;
END
$$;
UPDATE search_entry SET marks = marks
"""


def forwards(apps, schema_editor):
    _on_postgresql(schema_editor, FORWARDS)


def backwards(apps, schema_editor):
    _on_postgresql(schema_editor, BACKWARDS)


def _on_postgresql(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(statements, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_titles_and_dates")]

    operations = [migrations.RunPython(forwards, backwards)]
