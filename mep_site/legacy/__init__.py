"""Brings pages of the old site over."""
