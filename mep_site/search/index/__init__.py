"""The index of the search: what it has of an object, and how each database asks it.

``entries`` says what is searched of an object, with ``result_kinds`` and ``tree_marks`` for what it
is and where it stands; ``writing`` keeps the entries, ``candidates`` asks for them, ``frequencies``
says how much a term is worth, ``vocabulary`` knows the words that occur. ``upkeep`` follows every
change of a page, ``moving`` the pages below one that was moved, ``rebuilding`` makes all entries
anew, ``soundness`` says what is wrong with the whole; ``opensearch`` lets a cluster be asked
instead of the database.
"""
