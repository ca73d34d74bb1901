"""Measures the translation memory: how long it takes to find what is alike among many pairs."""
