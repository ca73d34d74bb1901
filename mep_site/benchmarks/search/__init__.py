"""Measures the search: 200 made-up pages, judged queries, quality beside stock Wagtail, speed.

``corpus`` makes the pages, ``judged``, ``typed``,
``everyday`` and ``afterwards`` say what each query should find, ``quality``, ``fuzz`` and ``speed``
measure; the command ``measure_search`` does it all on a database of its own.
"""
