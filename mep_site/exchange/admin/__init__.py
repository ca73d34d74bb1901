"""Exchange in the admin: ``exports`` hand texts out, ``imports`` take them in.

``overview`` is the page in the menu with the upload and what went to and fro; ``buttons`` and
``bulk`` lead here from where pages are.
"""
