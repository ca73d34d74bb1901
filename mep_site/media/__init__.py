"""Pictures and documents with texts in every language."""
