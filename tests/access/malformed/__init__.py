"""Requests that make no sense, none of which may make the server fail.

    python -m tests.access.malformed --requests 10000 --seed 1

asks the site with the demo content, on the database that DATABASE_URL names. It prints what fails,
with the number of the request, which asks the same again: ``--requests 1 --seed NUMBER``.

``values`` has what makes no sense, ``inventing`` makes requests of it, ``sending`` sends them.
"""
