"""What goes wrong, in earnest: deaths, races, and the servers behind the site that fail.

``make test-failures`` runs all of it in full, the suite a short form.
"""
