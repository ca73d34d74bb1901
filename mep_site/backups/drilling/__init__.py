"""A drill: the newest archive is restored beside the running site, and the two are compared.

``answers`` is what a site answers for each page in each language, ``changes`` what was changed
since a moment, ``comparing`` sets two lists of answers side by side, and ``drill`` does all of it.
"""
