"""The aids, a module for each: what it gathers for the text in focus."""
