"""Whether a site can be upgraded while it serves: locks of migrations, and all of it tried."""
