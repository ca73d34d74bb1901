"""Text settings: how a visitor wants to see the site, kept in a cookie and applied by a sheet."""
