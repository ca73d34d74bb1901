"""Lists of pages.

``querysets`` asks for their entries and ``facets`` filters them; ``filing`` has the facets that
every domain shares. ``counting`` remembers the numbers of long lists, ``elsewhere`` says what a
list cannot show in the reader's language.
"""
