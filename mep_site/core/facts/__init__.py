"""Facts that several page types state, and the standards in whose words they are stated."""
