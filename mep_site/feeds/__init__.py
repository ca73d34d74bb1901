"""Atom feeds of the lists and of the whole site and a calendar of its events, in each language."""
