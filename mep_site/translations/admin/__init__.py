"""Editing, publishing and reviewing one language at a time in Wagtail's admin.

``viewset`` lists every view and is where to begin; ``scope`` tells which language a request is
about. ``forms`` are what is typed into, ``editing`` the views around them, ``actions`` what is done
to a page or to many, ``listing`` the explorer, the history and the report, ``dashboard`` the first
page. ``statuses``, ``bar`` and ``telling`` are how all of these speak of an edition.
"""
