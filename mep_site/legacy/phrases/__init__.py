"""The phrases by which the old pages are read.

``document_kinds`` lists the kinds of documents and the sections that they stood in. ``headings``,
``labels`` and ``heads`` are what stands over a part, before a detail and above an article;
``markers`` what stands before items, chapters and sources; ``date_wordings`` reads dates.
"""
