"""Pages from documents."""
