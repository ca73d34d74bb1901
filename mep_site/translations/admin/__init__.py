"""Editing, publishing and reviewing one language at a time in Wagtail's admin."""
