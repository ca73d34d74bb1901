"""The page cache: its parts, the site behind it, and what it answers while the site is edited."""
