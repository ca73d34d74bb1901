"""Settings, notices and identifiers that an editor sets."""
