"""Where the rows of each data set come from: only from what the public can read, by language."""
