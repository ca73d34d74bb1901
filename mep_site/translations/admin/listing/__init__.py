"""Lists of pages and of what was done to them, with a column or a word for each language."""
