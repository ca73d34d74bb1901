"""What every page type shares: the base page, child rows, block families, template tags."""
