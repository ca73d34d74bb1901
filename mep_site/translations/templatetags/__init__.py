"""Template tags of the translations layer."""
