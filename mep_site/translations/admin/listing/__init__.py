"""Lists of pages and of what was done to them, with a column or a word for each language.

``explorer`` lists pages, ``history`` what was done to one; ``paging`` reads a part of a long list.
"""
