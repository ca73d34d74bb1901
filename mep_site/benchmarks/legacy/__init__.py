"""The importer against what a person counted in the same files."""
