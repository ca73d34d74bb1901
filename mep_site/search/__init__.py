"""The site search."""
