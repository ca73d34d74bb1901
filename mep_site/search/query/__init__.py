"""What a visitor or an editor typed, and what it asks of the index.

``word_forms`` divides a query into words, ``spelling`` knows the English ones that are spelt in two
ways, ``date_terms`` knows dates, ``terminology`` names that mean the same, ``thesaurus`` words near
in meaning and ``word_families`` those of one root; ``parser`` makes clauses of all that, and
``unfinished`` those of a query that is still being typed. ``expressions`` is the language in which
an index is asked, ``conditions`` says it in the SQL of each database, ``ranking`` puts in order
what was found, ``spelling_suggestions`` guesses what was meant where nothing was.
"""
