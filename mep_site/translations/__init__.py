"""Languages, and the texts that a page has in each of them.

From the bottom upwards:

- ``languages`` and ``permissions``: the languages of the site, and who may do what in each;
- ``content``: a page taken apart into its texts, and put together again;
- ``freshness``: which Chinese text a translation was made from, and what differs;
- ``models``: editions, the Chinese texts that were in force, what a page needs;
- ``publishing``: the way to the public and back, one language at a time;
- ``reading``: what readers of a translation are told;
- ``admin``: what editors, translators and publishers see.

Beside them ``audit`` writes the log of what was done to an edition, ``receivers`` keep editions in
agreement with their pages, and ``signals`` tell other apps of it.
"""
