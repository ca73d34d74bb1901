"""The base of terms in the admin: ``viewset`` lists and edits it, ``files`` are its files."""
