"""What every page type shares.

``models`` has the base page; read it first. ``blocks`` are what bodies are made of, ``facts`` what
several types state, ``lists`` how pages are listed and filtered. ``addresses`` and ``loading`` find
a page and all that it shows with few queries. ``pasting`` makes blocks of what was copied from
elsewhere, ``admin`` is what Wagtail's admin lacks whatever the language. The template tags
``site`` are those of every public template.
"""
