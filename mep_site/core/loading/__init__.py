"""What a page shows beside its own columns, loaded ahead of its template."""
