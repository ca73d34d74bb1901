"""Errors that visitors report: the public form, and the list from which they are answered."""
