"""Entries of the index in fewer bytes, with what is stored already.

Their texts are compressed: they are only shown. PostgreSQL keeps an index of the terms of each
entry, and no copy of them beside it. The vector of an entry took over a third of what the search
takes; the index alone finds as much. It says which terms there are, not where, because that stands
in the entry anyway. SQLite has had no copy from the start.

The texts are written while PostgreSQL has no index, which would be written with each of them. The
column of SQLite stays as it was declared, which is no matter there: to declare it anew would take
the triggers of the table with it.
"""

from zlib import decompress

from django.db import migrations

from mep_site.search.models.packed_text import PackedTextField, pack

AT_ONCE = 2_000

WITHOUT_VECTORS = """
DROP TRIGGER search_entry_vector ON search_entry;
DROP FUNCTION search_entry_vector();
ALTER TABLE search_entry DROP COLUMN vector;
DROP FUNCTION search_vector(text, text, text);
"""

# The blocks are marked as before: one for each 16,384 primary keys. Its cost keeps the planner from
# asking the function for every entry instead of the index.
WITH_INDEX = """
CREATE FUNCTION search_vector(title text, body text, marks text, key bigint) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100 AS $$
BEGIN
    RETURN array_to_tsvector(array_remove(array_remove(string_to_array(
        title || ' title=' || replace(title, ' ', ' title=') || ' ' || body || ' ' || marks
        || ' block=' || key / 16384, ' '
    ), ''), 'title='));
END
$$;
CREATE INDEX search_entry_vector ON search_entry
    USING gin (search_vector(title_terms, terms, marks, id)) WITH (fastupdate = off);
"""

WITHOUT_INDEX = """
DROP INDEX search_entry_vector;
DROP FUNCTION search_vector(text, text, text, bigint);
"""

WITH_VECTORS = """
CREATE FUNCTION search_vector(title text, body text, marks text) RETURNS tsvector
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg(lexeme, ' '), '')::tsvector FROM (
        SELECT quote_literal(term) || ':' || position AS lexeme
        FROM unnest(string_to_array(title, ' ')) WITH ORDINALITY AS t(term, position)
        WHERE term <> ''
        UNION ALL
        SELECT quote_literal('title=' || term) || ':' || position
        FROM unnest(string_to_array(title, ' ')) WITH ORDINALITY AS t(term, position)
        WHERE term <> ''
        UNION ALL
        SELECT quote_literal(term) || ':' || (position + 1000)
        FROM unnest(string_to_array(body, ' ')) WITH ORDINALITY AS t(term, position)
        WHERE term <> ''
        UNION ALL
        SELECT quote_literal(mark) FROM unnest(string_to_array(marks, ' ')) AS t(mark)
        WHERE mark <> ''
    ) AS lexemes
$$;
ALTER TABLE search_entry ADD COLUMN vector tsvector NOT NULL DEFAULT '';
UPDATE search_entry
    SET vector = search_vector(title_terms, terms, marks || ' block=' || id / 16384);
CREATE INDEX search_entry_vector ON search_entry USING gin (vector) WITH (fastupdate = off);
CREATE FUNCTION search_entry_vector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.vector := search_vector(
        NEW.title_terms, NEW.terms, NEW.marks || ' block=' || NEW.id / 16384
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER search_entry_vector BEFORE INSERT OR UPDATE OF title_terms, terms, marks
    ON search_entry FOR EACH ROW EXECUTE FUNCTION search_entry_vector();
"""


AS_BYTES = "ALTER TABLE search_entry ALTER COLUMN text TYPE bytea USING convert_to(text, 'UTF8')"
AS_TEXT = "ALTER TABLE search_entry ALTER COLUMN text TYPE text USING convert_from(text, 'UTF8')"


def on_postgresql(statements):
    """What runs these statements on PostgreSQL, and nothing elsewhere."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statements, params=None)

    return run


def pack_texts(apps, schema_editor):
    """From a text on SQLite, from its bytes on PostgreSQL."""
    _write(schema_editor, lambda s: pack(s if isinstance(s, str) else bytes(s).decode()))


def unpack_texts(apps, schema_editor):
    is_bytes = schema_editor.connection.vendor == "postgresql"
    _write(schema_editor, lambda s: decompress(s) if is_bytes else decompress(s).decode())


def _write(schema_editor, change):
    with schema_editor.connection.cursor() as cursor:
        last = 0
        while rows := _after(cursor, last):
            cursor.executemany(
                "UPDATE search_entry SET text = %s WHERE id = %s",
                [(change(text), key) for key, text in rows],
            )
            last = rows[-1][0]
    # PostgreSQL alters no table of which a constraint has yet to be checked.
    on_postgresql("SET CONSTRAINTS ALL IMMEDIATE")(None, schema_editor)


def _after(cursor, last):
    cursor.execute(
        "SELECT id, text FROM search_entry WHERE id > %s ORDER BY id LIMIT %s", [last, AT_ONCE]
    )
    return cursor.fetchall()


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]

    operations = [
        migrations.RunPython(on_postgresql(WITHOUT_VECTORS), on_postgresql(WITH_VECTORS)),
        migrations.RunPython(on_postgresql(AS_BYTES), on_postgresql(AS_TEXT)),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(pack_texts, unpack_texts)],
            state_operations=[
                migrations.AlterField(
                    model_name="entry",
                    name="text",
                    field=PackedTextField(blank=True),
                )
            ],
        ),
        migrations.RunPython(on_postgresql(WITH_INDEX), on_postgresql(WITHOUT_INDEX)),
    ]
