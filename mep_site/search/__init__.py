"""The site search, in Chinese, English and Russian.

From the bottom upwards:

- ``analysis``: the terms of a text; ``query``: what was typed, and the order of what was found.
  Both are pure, but for the conditions in SQL that a query becomes;
- ``models``, ``index``: the entries of the index, how they are kept, how each database is asked;
- ``backends``: Wagtail's own search on that index;
- ``registry``: what other apps add, filters, marks, names that mean the same, views of the admin;
- ``answers``, ``views``: the visitor's search page, from the question to the results;
- ``admin``: search terms, editors' picks, and the report of searches.
"""
