"""Measures of the site against what people judged or counted: the search and the importer."""
