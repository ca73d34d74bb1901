"""What runs here, for whoever answers for the security of the site.

``gathering`` finds it out, ``packages`` reads what is installed; the command ``what_runs`` and the
page of the admin say the same.
"""
