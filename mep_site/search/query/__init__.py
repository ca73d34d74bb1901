"""What a visitor or an editor typed, and what it asks of the index.

``words`` divides a query into words, ``terminology`` knows names that mean the same, ``parsing``
makes clauses of both, ``expressions`` is the language in which an index is asked, ``ranking`` puts
in order what it found, ``suggestions`` guesses what was meant where nothing was found.
"""
