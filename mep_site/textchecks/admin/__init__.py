"""The checks in the admin.

``asking`` shows findings before a translation is handed on and after it was saved. ``findings`` is
the list of a page's findings, where they are set aside; ``settings`` is where an administrator
decides what follows from each check.
"""
