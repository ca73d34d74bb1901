"""The memory in the admin: search in it, take wrong pairs out, bring files in and out.

``lists`` has the two lists, ``files`` what is done with files, ``filters`` and ``columns`` what
they are made of, ``viewsets`` where all of it stands.
"""
