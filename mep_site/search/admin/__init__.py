"""What editors see of the search: terms, picks, and the report of searches."""
