"""The pages on which visitors choose what to follow, confirm it, and end it.

``overview`` lists all there is and is public. What takes an address (``asking``) or shows what
somebody follows (``deciding``) is at addresses of its own and in no cache. These forms need no
cookie: who may confirm or end something is known by the signed link from their mail.
"""
