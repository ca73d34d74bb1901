"""The full-text index of the entries, kept by the database itself.

SQLite: an FTS5 table whose content is the table of entries. Its tokeniser only divides at spaces,
because the terms are made by our analysis. PostgreSQL: a vector in each entry, built from the terms
as they stand; and how many entries have a term, for the ranking.

What keeps a search fast among hundreds of thousands of entries: on SQLite an index of the dates; on
PostgreSQL lexemes of their own for titles, because a weight is not in the index but in each entry,
a mark for each block of 16,384 primary keys, so that the newest entries alone can be asked for, and
long texts stored beside the rows, so that thousands of rows are read quickly.
"""

from sqlite3 import complete_statement

from django.db import migrations

SQLITE = """
CREATE INDEX search_entry_date ON search_entry (date);
CREATE VIRTUAL TABLE search_entry_fts USING fts5(
    title_terms, terms, marks,
    content='search_entry', content_rowid='id', tokenize="ascii tokenchars '=-_'"
);
CREATE VIRTUAL TABLE search_entry_words USING fts5vocab('search_entry_fts', 'row');
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_entry_fts(rowid, title_terms, terms, marks)
    VALUES (new.id, new.title_terms, new.terms, new.marks);
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_entry_fts(search_entry_fts, rowid, title_terms, terms, marks)
    VALUES ('delete', old.id, old.title_terms, old.terms, old.marks);
END;
CREATE TRIGGER search_entry_update AFTER UPDATE OF title_terms, terms, marks ON search_entry BEGIN
    INSERT INTO search_entry_fts(search_entry_fts, rowid, title_terms, terms, marks)
    VALUES ('delete', old.id, old.title_terms, old.terms, old.marks);
    INSERT INTO search_entry_fts(rowid, title_terms, terms, marks)
    VALUES (new.id, new.title_terms, new.terms, new.marks);
END;
"""

SQLITE_BACK = """
DROP TRIGGER search_entry_insert;
DROP TRIGGER search_entry_delete;
DROP TRIGGER search_entry_update;
DROP TABLE search_entry_words;
DROP TABLE search_entry_fts;
DROP INDEX search_entry_date;
"""

# A gap between title and text, so that no phrase reaches from one into the other. Positions end at
# 16,383 and a part has at most 12,000 terms.
POSTGRESQL = """
ALTER TABLE search_entry SET (toast_tuple_target = 128);
ALTER TABLE search_entry ADD COLUMN vector tsvector NOT NULL DEFAULT '';
CREATE INDEX search_entry_vector ON search_entry USING gin (vector) WITH (fastupdate = off);
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
CREATE TABLE search_entry_words (term text PRIMARY KEY, doc integer NOT NULL);
"""

POSTGRESQL_BACK = """
DROP TABLE search_entry_words;
DROP TRIGGER search_entry_vector ON search_entry;
DROP FUNCTION search_entry_vector();
DROP FUNCTION search_vector(text, text, text);
ALTER TABLE search_entry DROP COLUMN vector;
ALTER TABLE search_entry RESET (toast_tuple_target);
"""


def forwards(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def backwards(apps, schema_editor):
    _run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


def _run(schema_editor, sqlite, postgresql):
    """The statements for the database that there is; SQLite takes one at a time."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(postgresql, params=None)
        return
    statement = ""
    for line in sqlite.splitlines():
        statement += line + "\n"
        if complete_statement(statement):
            schema_editor.execute(statement, params=None)
            statement = ""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
