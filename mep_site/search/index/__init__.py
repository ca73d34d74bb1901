"""The index of the search: what it has of an object, and how each database asks it.

``entries`` says what is searched of an object, ``writing`` keeps the entries of the index,
``conditions`` and ``candidates`` ask it, ``frequencies`` says how much a term is worth, ``upkeep``
follows every change of a page, ``rebuilding`` makes all entries anew, ``vocabulary`` knows the
words that occur, ``opensearch`` lets a cluster be asked instead of the database.
"""
