"""A page type that the site does not have, added to a copy of it as the README says.

``added`` holds what is written into which file: a file that exists grows by it.
"""
