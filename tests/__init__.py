"""Facts that the site must keep."""
