"""Who the ministry is: departments, leaders, subordinate institutions."""
