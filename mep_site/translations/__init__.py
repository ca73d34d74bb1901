"""Languages, and the texts that a page has in each of them."""
