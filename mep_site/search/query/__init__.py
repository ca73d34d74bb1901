"""What a visitor or an editor typed, and what it asks of the index.

``words`` divides a query into words, ``spelling`` knows the English ones that are spelt in two
ways, ``dates`` knows dates and ``terminology`` names that mean the same; ``parsing`` makes clauses
of all that. ``expressions`` is the language in which an index is asked, ``ranking`` puts in order
what it found, ``suggestions`` guesses what was meant where nothing was found.
"""
