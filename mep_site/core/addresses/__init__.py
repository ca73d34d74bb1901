"""Where pages are: the tree above a page, links that everybody may follow, slugs."""
