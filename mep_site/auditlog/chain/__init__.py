"""The chain: how the database links the records and keeps them, and how that is verified."""
