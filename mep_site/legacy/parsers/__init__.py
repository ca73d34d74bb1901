"""One parser for each kind of document."""
