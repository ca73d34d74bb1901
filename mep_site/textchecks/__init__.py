"""Checks: what a machine can find wrong in a translation, by its text and the Chinese alone.

Without a database: ``findings`` says what is asked and what is found, ``reading`` takes a text
apart, ``looking`` and ``numbers`` are the functions that look, by what ``words`` knows of each
language; ``registry`` lists them all, and ``asking`` asks them. With one: ``models`` is what people
decide, ``pages`` the findings of a page, ``publishing`` keeps faults from going live, ``admin``
shows findings and has them set aside.
"""
