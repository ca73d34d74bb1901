"""Terms: names, titles, bodies and formulas that have an approved rendering in each language.

``matching`` finds terms in running Chinese and their renderings in running translations; it knows
no database. ``models`` is the base of terms that the ministry keeps.
"""
