"""Lists of pages: how they are filtered, counted and filed, and what they cannot show."""
