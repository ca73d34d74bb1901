"""Approved country names."""
