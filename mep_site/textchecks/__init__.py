"""Checks: what a machine can find wrong in a translation, by its text and the Chinese alone.

``findings`` says what is asked and what is found. Each check is a function of a pair of texts, with
a name, its source and a test.
"""
