"""From captures to pages of the site."""
