"""One parser for each family of documents; each writes into a sketch."""
