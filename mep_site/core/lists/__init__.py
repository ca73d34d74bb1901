"""Lists of pages.

``querysets`` asks for pages and ``listed`` for what stands in a list, in its order; ``facets`` tell
entries apart, ``filing`` has those that every domain shares, and ``filters`` counts what each
choice would show. ``elsewhere`` says what a list cannot show in the reader's language.
"""
