"""The site search, in Chinese, English and Russian.

From the bottom upwards:

- ``analysis``: the terms of a text; ``query``: what was typed, and the order of what was found.
  Both are pure and know no database;
- ``models``, ``index``: the entries of the index, how they are kept, how each database is asked;
- ``backends``: Wagtail's own search on that index;
- ``registry``: what other apps add, filters, names that mean the same, views of the admin;
  ``kinds``: what visitors are told that a result is;
- ``finding``, ``guessing``, ``completing``: entries for a query, for a misspelt one, for one that
  is still being typed;
- ``requests``, ``searching``, ``filters``, ``results``, ``views``: the visitor's search page;
- ``admin``: search terms, editors' picks, and the report of searches.
"""
