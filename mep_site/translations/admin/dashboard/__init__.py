"""The first page of the admin: what waits for whom.

``worklists`` finds the editions, ``items`` gathers what is said about each. The desk shows them.
"""
