"""A page taken apart into its texts, and put together again. Pure functions of stored data.

Read ``content`` first: what a page says, and how two contents are combined; ``columns`` and
``envelope`` are the stored form of it. ``rows`` loads the child rows and ``blocks`` knows the texts
inside a body; ``units`` lists all texts of a page and writes them back, by ``translated_bodies``
the structure of the source language. ``pins`` record which Chinese text each text of a translation
was made from, ``origins`` whose words it is. ``composition`` decides what goes live of a draft,
``schedules`` reads the times that it carries, ``marks`` finds the places on the page at which
readers look for a text.
"""
