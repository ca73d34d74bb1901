"""Languages, and the texts that a page has in each of them.

From the bottom upwards:

- ``languages``, ``text``, ``permissions``, ``groups``: the languages of the site, and who may do
  what with their texts;
- ``blocks``, ``rows``, ``contents``, ``units``, ``rendering``: a page taken apart into its texts,
  and put together again;
- ``pins``, ``progress``, ``freshness``, ``diff``: which Chinese text a translation was made from,
  how far each of its texts is, and what differs;
- ``models``: editions, the Chinese texts that were in force, what a page needs;
- ``schedules``, ``composition``, ``changes``, ``updates``, ``going_live``, ``unpublishing``,
  ``publishing``, ``workflow``, ``receivers``, ``signals``, ``audit``: the way to the public and
  back, one language at a time;
- ``reverting``, ``leading``: an earlier text brought back, and another source language;
- ``marks``, ``standing``, ``passages``: what readers of a translation are told;
- ``statuses``: what lists of the admin say of an edition;
- ``admin``: what editors, translators and publishers see.
"""
