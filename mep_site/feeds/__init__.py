"""Atom feeds of the lists and of the whole site, one in each language."""
