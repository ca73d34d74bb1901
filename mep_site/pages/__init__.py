"""Pages that belong to no domain of the ministry."""
