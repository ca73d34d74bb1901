"""The home page, which draws on every domain."""
