"""Digests: one mail a day to each colleague for whom something waits, none if nothing does."""
