"""Digests: mails to colleagues for whom something waits, and none to others.

``models`` says who wants which mails, and which were promised. ``colleagues`` are those who get
any; ``occasions`` finds what somebody must be told of at once, ``contents`` what waits for a person
at this moment. ``sending`` promises and delivers, ``letters`` writes.
"""
