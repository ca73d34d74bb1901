"""What keeps a search fast among hundreds of thousands of entries.

``public=yes`` becomes ``public=<language>``, so that one mark says both. SQLite: an index of the
dates. PostgreSQL: lexemes of their own for titles, because a weight is not in the index but in each
entry; and long texts stored beside the rows, so that thousands of rows are read quickly.
"""

from django.db import migrations

SQLITE = "CREATE INDEX search_entry_date ON search_entry (date)"

POSTGRESQL = """
ALTER TABLE search_entry SET (toast_tuple_target = 128);
CREATE OR REPLACE FUNCTION search_vector(title text, body text, marks text) RETURNS tsvector
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
"""

# Also has the triggers make all vectors anew.
MARKS = """
UPDATE search_entry SET marks = replace(marks, 'public=yes', 'public=' || language)
"""


def forwards(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(SQLITE if is_sqlite else POSTGRESQL, params=None)
    schema_editor.execute(MARKS, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_terms_picks_and_counts")]

    operations = [migrations.RunPython(forwards)]
