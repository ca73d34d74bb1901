"""What the ministry says: news, leaders' activities, policies."""
