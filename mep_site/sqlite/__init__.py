"""Our database backend for SQLite, which ``ENGINE`` names; see ``base``."""
