"""Demo content, built with production code."""
