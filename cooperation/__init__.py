"""International cooperation: programmes and mechanisms."""
