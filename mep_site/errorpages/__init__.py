"""Pages on failures that need neither the database nor the rest of the site.

``pages`` has the words, ``writing`` makes the files that the web server in front shows by itself,
``outages`` answers while database or disk fail.
"""
